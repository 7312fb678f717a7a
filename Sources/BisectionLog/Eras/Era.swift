/// What the date of a log implies and the log does not state.
struct Era {
  /// How runs became a verdict.
  var rule: VerdictRule
  /// How many runs each test had.
  var usualRuns: Int
  /// How many runs the first test and those of a flaky reproducer had.
  var carefulRuns: Int
  /// Whether each crash is listed twice (6 July to 8 August 2023).
  var listsCrashesTwice: Bool

  /// How many runs follow `all runs:`.
  func runs(isFirst: Bool, isFlaky: Bool) -> Int { isFirst || isFlaky ? carefulRuns : usualRuns }

  /// Whether an outcome counts as an infrastructure error.
  func isInfra(_ outcome: RunOutcome) -> Bool {
    switch outcome {
    case .infra: true
    case .failed: rule >= .anyCrashOrPass
    default: false
    }
  }
}

extension Step {
  /// Whether it makes syzkaller call the reproducer flaky.
  func callsFlaky(by rule: VerdictRule) -> Bool {
    if notices.contains(where: { $0.kind == .flakyNotice }) { return true }
    return rule >= .wantedNumbers && result == .crashed && crashed < passed
  }
}

extension Era {
  /// The likeliest era of a log, by its bounds and by its date where it has one.
  init(of steps: [Step], startedAt: TextRange?, _ lines: Lines, bounds: EraBounds) {
    let day = bounds.likelyDay(startedAt: startedAt, lines)
    rule = VerdictRule(day)
    switch day {
    case ..<CalendarDate(2019, 3, 17): (usualRuns, carefulRuns) = (8, 8)
    case ..<CalendarDate(2021, 2, 20): (usualRuns, carefulRuns) = (10, 10)
    default: (usualRuns, carefulRuns) = (10, 20)
    }
    listsCrashesTwice =
      bounds.earliest <= CalendarDate(2023, 8, 8) && bounds.latest >= CalendarDate(2023, 7, 6)
      && DuplicatedCrashLines.fill(steps, lines)
  }
}

extension EraBounds {
  /// The day a log was written on: its own date, if its text agrees, else the bound that is known.
  func likelyDay(startedAt: TextRange?, _ lines: Lines) -> CalendarDate {
    guard let startedAt, let day = CalendarDate(lines.view(startedAt)) else {
      return earliest
    }
    return max(earliest, min(day, latest))
  }

  /// The rules that may have been in force, ascending.
  var possibleRules: [VerdictRule] {
    VerdictRule.allCases.filter { $0 >= VerdictRule(earliest) && $0 <= VerdictRule(latest) }
  }
}

extension BisectionLog {
  /// Whether the log speaks of searching, not of bisecting: before 17 March 2019.
  func isSearching(_ lines: Lines) -> Bool {
    guard let startCommit else { return false }
    return lines[text.line(at: Int(startCommit.start)) &- 1].starts(with: "searching for ")
  }
}
