import BisectionLog
import Triage

extension PlainPage {
  /// The tested revisions, a line each.
  mutating func addTimeline(of log: AnalysedLog, glyphs: RunGlyphs) {
    guard !log.log.steps.isEmpty else { return addGitCommands(of: log) }
    let hasRuns = log.log.steps.contains { !$0.runs.isEmpty }
    section(hasRuns ? "Timeline   \(glyphs.legend)" : "Timeline")
    let rows = log.timelineRows(glyphs: glyphs)
    let columns = TimelineColumns(rows: rows, width: width)
    add(styling.styled(columns.line(.heading), .dim))
    for row in rows { add(columns.line(row, styling, glyphs)) }
  }

  /// Git's commands, for logs without tests.
  private mutating func addGitCommands(of log: AnalysedLog) {
    guard !log.log.gitCommands.isEmpty else { return }
    section("Timeline")
    for command in log.log.gitCommands {
      let title = log.shown(command.title) ?? ""
      switch command.command {
      case .start(let bad, let good):
        add("   start  bad \(log.short(bad)), good \(log.short(good))")
      case .good(let commit): add("   good   \(log.short(commit))  \(title)".cut(to: width))
      case .bad(let commit): add("   bad    \(log.short(commit))  \(title)".cut(to: width))
      case .skip(let commit): add("   skip   \(log.short(commit))  \(title)".cut(to: width))
      }
    }
  }

  /// The titles of the crashes with their families.
  mutating func addTitles(of log: AnalysedLog) {
    let members = log.assessment.families.members
    guard members.count > 1 else { return }
    section("Titles")
    for member in members {
      let words = member.family == .foreign ? "another bug" : member.family.rawValue
      add(" \(member.letter)  \(words.filled(to: 12)) \(visible(member.title))".cut(to: width))
    }
  }
}

/// The texts of one line of the timeline.
struct TimelineRow {
  var mark: String
  var stage: String
  var revision: String
  var runs: String
  var result: String
  var verdict: String
  var left: String
  var subject: String

  /// The names of the columns.
  static let heading = TimelineRow(
    mark: " ", stage: "stage", revision: "revision", runs: "runs", result: "result",
    verdict: "git", left: "left", subject: "subject")
}

extension TimelineRow {
  fileprivate var resultKind: TextStyling.Kind? {
    switch result {
    case "crashed": .crashed
    case "passed": .passed
    default: .unclear
    }
  }

  fileprivate var verdictKind: TextStyling.Kind? {
    switch verdict {
    case "bad": .crashed
    case "good": .passed
    default: .unclear
    }
  }
}

extension AnalysedLog {
  /// A row for each step.
  func timelineRows(glyphs: RunGlyphs) -> [TimelineRow] {
    var number = 0
    return log.steps.enumerated().map { index, step in
      if step.stage == .bisect { number += 1 }
      let isSuspect = assessment.suspect?.step == index
      let names = log.culprit.map { log.string($0.commit) } == log.string(step.commit)
      return TimelineRow(
        mark: isSuspect ? "?" : names && step.stage == .bisect ? ">" : " ",
        stage: step.label(number: number, in: log), revision: short(step.commit),
        runs: glyphs.strip(of: step, in: self, limit: 20), result: step.resultWord,
        verdict: step.verdict?.rawValue ?? "", left: step.remaining.map(String.init) ?? "",
        subject: shown(step.title) ?? "")
    }
  }
}

/// How wide the columns of a timeline are.
struct TimelineColumns {
  private let stage: Int
  private let revision: Int
  private let runs: Int
  private let width: Int

  init(rows: [TimelineRow], width: Int) {
    let all = rows + [.heading]
    stage = min(all.map(\.stage.count).max() ?? 0, 14)
    revision = min(all.map(\.revision.count).max() ?? 0, 20)
    runs = all.map(\.runs.count).max() ?? 0
    self.width = width
  }

  /// A row in the columns, the subject cut to what is left.
  func line(
    _ row: TimelineRow, _ styling: TextStyling = .plain, _ glyphs: RunGlyphs = .ascii
  ) -> String {
    let head = [
      styling.styled(row.mark, .unclear), row.stage.filled(to: stage),
      row.revision.filled(to: revision),
      row.runs.filled(to: runs).map { styling.styled(String($0), glyphs.kind(of: $0)) }.joined(),
      styling.styled(row.result.filled(to: 8), row.resultKind),
      styling.styled(row.verdict.filled(to: 4), row.verdictKind), row.left.aligned(to: 5),
    ].joined(separator: " ")
    // The mark, the result, the verdict, what is left, and the blanks between.
    let columns = stage + revision + runs + 24
    return head + "  " + row.subject.cut(to: max(0, width - columns - 2))
  }
}
