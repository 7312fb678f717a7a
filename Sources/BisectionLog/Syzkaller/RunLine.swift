extension SyzkallerParser {
  /// `run #3: crashed: TITLE`, `all runs: OK`, or the `try #3:` of May 2018.
  mutating func takeRun(_ line: ByteView, _ kind: LineKind) {
    guard let run = Run(line: line, kind: kind, number: lineNumber) else {
      return takeUnknown(line)
    }
    if step == nil || hasProse && run.index == 0 && step?.runs.isEmpty == false {
      openUnnamedStep()
    }
    if step?.runs.isEmpty == true {
      // The tests of one log have as many runs each, as a rule.
      step?.runs.reserveCapacity(kind == .allRuns ? 1 : log.steps.last?.runs.count ?? 10)
    }
    step?.runs.append(run)
    step?.allRuns = kind == .allRuns
    payload = run.outcome.mayRunOverLines ? .run : .none
    accept(kind)
  }

  /// Runs without a `testing commit` above them: the head is missing, or prose stands between.
  mutating func openUnnamedStep() {
    closeStep()
    let nowhere = TextRange(lines[at].start..<lines[at].start)
    step = Step(line: lineNumber, stage: announcedStage ?? .bisect, commit: nowhere)
  }

  /// Another line of the last run's verdict.
  mutating func continueRun() {
    // The step is changed where it is: a copy of it would copy its runs for every line.
    guard let last = step?.runs.indices.last else { return accept(.unrecognised) }
    let first = step?.runs[last].detail.map { Int($0.start) } ?? lines[at].start
    step?.runs[last].detail = TextRange(first..<max(first, lines[at].end))
    accept(.continuation)
  }
}

extension Run {
  /// Reads a run's line; nil where its verdict is none that syzkaller prints.
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
