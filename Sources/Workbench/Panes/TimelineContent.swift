import BisectionLog
import Kernel
import Triage

/// The timeline: one row a tested revision.
struct TimelineContent: PaneContent {
  let opened: OpenedLog
  let tags: [Revision: NearestTag]
  let glyphs: Glyphs
  let width: Int

  private var suspects: [SuspectStep] { opened.assessment.shownSuspects }

  /// How many columns the signs of suspects and culprit take: several suspects have their rank beside.
  private var markColumns: Int { suspects.count > 1 ? 3 : 2 }

  var rowCount: Int { opened.timeline.count }
  var emptyText: String {
    opened.log.format == .crashReport
      ? "A crash report by itself: nothing was bisected" : "No revision was tested"
  }

  var subtitle: String {
    let log = opened.log
    if log.format == .crashReport { return "" }
    var parts = [log.direction == .unknown ? "bisection" : log.direction.rawValue]
    let count = log.statistics.revisionsTested ?? log.steps.count
    parts.append("\(count) \(count == 1 ? "revision" : "revisions")")
    if let seconds = log.statistics.totalSeconds { parts.append(Duration.text(seconds: seconds)) }
    return parts.joined(separator: ", ")
  }

  func isSelectable(_ row: Int) -> Bool { opened.timeline[row].isSelectable }

  func target(of row: Int) -> RowTarget? { .pane(.results) }

  func logLine(of row: Int) -> Int? { opened.timeline[row].line(in: opened.log) }

  func commit(of row: Int) -> Revision? {
    opened.timeline[row].step.flatMap(opened.log.revision(ofStep:))
  }

  func lines(of row: Int) -> [StyledLine] {
    switch opened.timeline[row] {
    case .heading(let text): [heading(text)]
    case .step(let index, let label): [line(ofStep: index, label: label)]
    case .judgedUntested(let command): [line(ofCommand: command)]
    case .ending(let text, _): [ending(text)]
    }
  }

  /// How many columns the run strips take; a narrow pane keeps them short, for the subjects' sake.
  private var stripWidth: Int { width < 90 ? min(10, opened.stripWidth) : opened.stripWidth }

  private func heading(_ text: String) -> StyledLine {
    var line = StyledLine("\(glyphs.line)\(glyphs.line) \(text) ", .dim)
    line.add(String(repeating: glyphs.line, count: max(0, width - line.width - 1)), .dim)
    return line
  }

  private func ending(_ text: String) -> StyledLine {
    var line = StyledLine(String(repeating: " ", count: markColumns))
    line.add(text, .heading)
    return line
  }

  private func line(ofStep index: Int, label: String) -> StyledLine {
    let log = opened.log
    let step = log.steps[index]
    let commit = log.string(step.commit)
    var line = StyledLine()
    if let rank = suspects.firstIndex(where: { $0.step == index }) {
      line.add(glyphs.suspect + (suspects.count > 1 ? "\(rank + 1)" : ""), .warning)
    } else if let culprit = log.culprit, log.string(culprit.commit) == commit {
      line.add(glyphs.culprit, .accent)
    }
    line.pad(to: markColumns)
    line.add(label, .text, columns: opened.labelWidth)
    line.add(" ")
    line.add(String(commit.prefix(12)), .text, columns: 12)
    line.add(" ")
    add(RunStrip(step: step, opened: opened, glyphs: glyphs), to: &line)
    line.add(" ")
    let result = result(of: step)
    line.add(result.word, result.role, columns: 7)
    line.add(" ")
    let verdict = step.verdict.map { opened.verdictTerms.word(for: $0, onStep: index) }
    line.add(
      verdict ?? "", step.verdict?.role ?? .dim, columns: opened.verdictTerms.width)
    line.add(" ")
    addRemaining(step.remaining, to: &line)
    line.add(" ")
    if step.release == nil, let tag = Revision(commit).flatMap({ tags[$0] }) {
      line.add(width < 100 ? tag.tag : tag.text, .dim, columns: width < 100 ? 9 : 18)
      line.add("  ")
    }
    for remark in remarks(on: index) { line.add(remark + "  ", .warning) }
    line.add(log.string(step.title) ?? "")
    return line
  }

  private func result(of step: Step) -> (word: String, role: Role) {
    if step.runs.isEmpty, step.buildError == nil {
      return opened.log.keepsNoRuns ? ("unknown", .dim) : ("not run", .broken)
    }
    return switch step.result {
    case .crashed: ("crashed", .crashed)
    case .passed: ("passed", .passed)
    case .inconclusive: (step.buildError == nil ? "unclear" : "broken", .broken)
    }
  }

  /// The revisions left as a number and a bar; a narrow pane has no room for the bar, where tags
  /// are known they come first, and a log without that number needs neither.
  private func addRemaining(_ remaining: Int?, to line: inout StyledLine) {
    guard let most = opened.mostRemaining else { return }
    line.add(remaining.map(String.init) ?? "", .dim, columns: 5, alignment: .right)
    line.add(" ")
    let room = tags.isEmpty ? width : width - 11
    let columns = room < 66 ? 0 : room < 100 ? 5 : 10
    guard columns > 0 else { return }
    let bar = RemainingBar(most: most, columns: columns, glyphs: glyphs)
    line.add(remaining.map(bar.text) ?? "", .accent, columns: columns)
    line.add(" ")
  }

  private func add(_ strip: RunStrip, to line: inout StyledLine) {
    let start = line.width
    line.add(strip.line(columns: stripWidth))
    line.pad(to: start + stripWidth)
    line.add(" ")
    line.add(strip.letters, strip.hasForeign ? .foreign : .dim, columns: 2)
  }

  /// What changed at a step apart from the code: compiler and binary.
  private func remarks(on index: Int) -> [String] {
    let log = opened.log
    let step = log.steps[index]
    guard index > 0 else { return [] }
    var remarks: [String] = []
    let before = log.steps[index - 1]
    if let compiler = log.string(step.compiler), let old = log.string(before.compiler),
      compiler != old
    {
      remarks.append("[other compiler]")
    }
    if let own = log.string(step.signature), own == log.string(before.signature) {
      remarks.append("[same binary]")
    }
    return remarks
  }

  private func line(ofCommand index: Int) -> StyledLine {
    let command = opened.log.gitCommands[index]
    var line = StyledLine(String(repeating: " ", count: markColumns))
    line.add("untested", .dim, columns: opened.labelWidth)
    line.add(" ")
    let (verdict, commit): (GitVerdict?, String) =
      switch command.command {
      case .start(let bad, _): (nil, opened.log.string(bad))
      case .good(let commit): (.good, opened.log.string(commit))
      case .bad(let commit): (.bad, opened.log.string(commit))
      case .skip(let commit): (.skip, opened.log.string(commit))
      }
    line.add(String(commit.prefix(12)), .text, columns: 12)
    line.add(" ")
    line.add("", columns: stripWidth + 4)
    line.add("no test", .dim, columns: 8)
    line.add(
      opened.log.string(command.term) ?? verdict?.rawValue ?? "", verdict?.role ?? .dim,
      columns: opened.verdictTerms.width)
    line.add(" ")
    addRemaining(nil, to: &line)
    line.add(" ")
    line.add(opened.log.string(command.title) ?? "")
    return line
  }
}

extension GitVerdict {
  /// How it looks.
  var role: Role {
    switch self {
    case .good: .good
    case .bad: .bad
    case .skip: .skip
    }
  }
}

extension BisectionLog {
  /// Whether it records git's verdicts without the tests.
  var keepsNoRuns: Bool { format == .gitBisectLog || format == .gitBisectRun }
}

/// Spans of time in words.
enum Duration {
  /// `5 h 52 m`, `12 m`, `41 s`.
  static func text(seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 1e12 else { return "" }
    let whole = Int(seconds)
    if whole >= 3600 { return "\(whole / 3600) h \(whole % 3600 / 60) m" }
    return whole >= 60 ? "\(whole / 60) m" : "\(whole) s"
  }
}
