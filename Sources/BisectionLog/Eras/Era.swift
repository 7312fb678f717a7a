/// What the time of a log implies that the log does not say.
struct Era {
  /// How runs became a verdict.
  var rule: VerdictRule
  /// How many runs each test had.
  var usualRuns: Int
  /// How many runs the first test and those of a flaky reproducer had.
  var carefulRuns: Int
  /// Whether each crash is listed twice (6 July to 8 August 2023).
  var listsCrashesTwice: Bool

  /// How many runs stand behind `all runs:`.
  func runs(isFirst: Bool, isFlaky: Bool) -> Int { isFirst || isFlaky ? carefulRuns : usualRuns }

  /// Whether an outcome counts as an infrastructure error.
  func isInfra(_ outcome: RunOutcome) -> Bool {
    switch outcome {
    case .infra: true
    case .failed: rule >= .anyCrashOrPass
    default: false
    }
  }

  /// Whether a step makes syzkaller call the reproducer flaky.
  func callsFlaky(_ step: Step) -> Bool {
    if step.notices.contains(where: { $0.kind == .flakyNotice }) { return true }
    return rule >= .wantedNumbers && step.result == .crashed && step.crashed < step.passed
  }
}

extension Era {
  /// The era of a log with some rule, by its bounds and by its date where it has one.
  init(of log: BisectionLog, _ lines: Lines, bounds: EraBounds, rule: VerdictRule) {
    self.rule = rule
    let day = bounds.likelyDay(of: log, lines)
    switch day {
    case ..<CalendarDate(2019, 3, 17): (usualRuns, carefulRuns) = (8, 8)
    case ..<CalendarDate(2021, 2, 20): (usualRuns, carefulRuns) = (10, 10)
    default: (usualRuns, carefulRuns) = (10, 20)
    }
    listsCrashesTwice =
      bounds.earliest <= CalendarDate(2023, 8, 8) && bounds.latest >= CalendarDate(2023, 7, 6)
      && TwinCrashes.fill(log, lines)
  }
}

extension EraBounds {
  /// The day a log was written on: its own date, if its text agrees, else the bound that is known.
  func likelyDay(of log: BisectionLog, _ lines: Lines) -> CalendarDate {
    guard let text = log.startedAt, let day = CalendarDate(lines.view(text)) else {
      return earliest
    }
    return max(earliest, min(day, latest))
  }

  /// The rules that may have been in force, the likeliest first.
  func rules(of log: BisectionLog, _ lines: Lines) -> [VerdictRule] {
    let likely = VerdictRule(likelyDay(of: log, lines))
    let possible = VerdictRule.allCases.filter {
      $0 >= VerdictRule(earliest) && $0 <= VerdictRule(latest)
    }
    return [likely] + possible.reversed().filter { $0 != likely }
  }
}

extension BisectionLog {
  /// Whether the log speaks of searching, not of bisecting: before 17 March 2019.
  func isSearching(_ lines: Lines) -> Bool {
    guard let startCommit else { return false }
    return lines[text.line(at: Int(startCommit.start)) &- 1].starts(with: "searching for ")
  }
}
