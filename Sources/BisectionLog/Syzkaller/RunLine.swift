extension SyzkallerParser {
  /// `run #3: crashed: TITLE`, `all runs: OK`, or the `try #3:` of May 2018.
  mutating func takeRun(_ line: ByteView, _ kind: LineKind) {
    guard let run = Run(line: line, kind: kind, number: lineNumber) else {
      return takeUnknown(line)
    }
    add(run, isForAll: kind == .allRuns)
    payload = run.outcome.mayRunOverLines ? .run : .none
    accept(kind)
  }

  private mutating func add(_ run: Run, isForAll: Bool) {
    let place = stepForRun(run.index)
    // The tests of one log have as many runs each, as a rule.
    let isTold = place > 0 && !log.steps[place &- 1].allRuns
    let usual = isTold ? log.steps[place &- 1].runs.count : 10
    log.steps[place].add(run, isForAll: isForAll, usualCount: usual)
  }

  /// The place of the step that a run is one of.
  private mutating func stepForRun(_ number: Int?) -> Int {
    // In prose, where a line may be missing, a first run also begins a step.
    if let openStep, !hasProse || number != 0 || log.steps[openStep].runs.isEmpty {
      return openStep
    }
    return openUnnamedStep()
  }

  /// Runs without a `testing commit` above them: the head is missing, or prose is between.
  @discardableResult
  mutating func openUnnamedStep() -> Int {
    let nowhere = TextRange(lines[at].start..<lines[at].start)
    return open(Step(line: lineNumber, stage: announcedStage ?? .bisect, commit: nowhere))
  }

  /// Another line of the last run's verdict.
  mutating func continueRun() {
    // The step is changed where it is: a copy of it would copy its runs for every line.
    guard let openStep, let last = log.steps[openStep].runs.indices.last else {
      return accept(.unrecognised)
    }
    let first = log.steps[openStep].runs[last].detail.map { Int($0.start) } ?? lines[at].start
    log.steps[openStep].runs[last].detail = TextRange(first..<max(first, lines[at].end))
    accept(.continuation)
  }
}

extension Step {
  /// Adds a run; a test has so many as a rule.
  @inline(__always)
  fileprivate mutating func add(_ run: Run, isForAll: Bool, usualCount: Int) {
    if runs.isEmpty { runs.reserveCapacity(isForAll ? 1 : usualCount) }
    runs.append(run)
    allRuns = isForAll
  }
}

extension Run {
  /// Reads a run's line; nil if its verdict is none that syzkaller prints.
  init?(line: ByteView, kind: LineKind, number: Int) {
    var rest: ByteView
    var index: Int?
    if kind == .allRuns {
      rest = line.dropping("all runs: ".utf8.count)
    } else {
      rest = line.dropping("run #".utf8.count)
      guard let (value, length) = rest.leadingNumber() else { return nil }
      guard let verdict = rest.dropping(length).after(": ") else { return nil }
      index = value
      rest = verdict
    }
    guard let (outcome, title) = RunOutcome.reading(rest) else { return nil }
    self.init(index: index, outcome: outcome, title: title.range, line: number)
  }
}

extension RunOutcome {
  /// Whether the verdict can hold the output of a command, and so several lines.
  var mayRunOverLines: Bool {
    switch self {
    case .ok, .crashed, .ignored: false
    case .bootFailed, .basicTestFailed, .infra, .failed: true
    }
  }

  /// The outcome that a verdict text begins with, and the rest of it.
  static func reading(_ text: ByteView) -> (RunOutcome, ByteView)? {
    switch text[0] {
    case UInt8(ascii: "O"):
      return text.equals("OK") ? (.ok, text.dropping(2)) : nil
    case UInt8(ascii: "c"):
      return text.after("crashed:").map { (.crashed, $0.withoutLeadingBlank) }
    case UInt8(ascii: "k"):
      return text.after("kernel crashed:").map { (.crashed, $0.withoutLeadingBlank) }
    case UInt8(ascii: "i"):
      if let title = text.after("ignore:") { return (.ignored, title.withoutLeadingBlank) }
      return text.after("infra problem:").map { (.infra, $0.withoutLeadingBlank) }
    case UInt8(ascii: "b"):
      if let title = text.after("boot failed:") { return (.bootFailed, title.withoutLeadingBlank) }
      return text.after("basic kernel testing failed:").map {
        (.basicTestFailed, $0.withoutLeadingBlank)
      }
    case UInt8(ascii: "f"):
      return text.after("failed:").map { (.failed, $0.withoutLeadingBlank) }
    default: return nil
    }
  }
}

extension ByteView {
  /// Without one blank at the start.
  var withoutLeadingBlank: ByteView { self[0] == Ascii.space ? dropping(1) : self }
}
