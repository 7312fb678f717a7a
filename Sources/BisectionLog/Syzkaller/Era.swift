/// What the time of a log implies that the log does not say.
struct Era {
  /// How runs became a verdict.
  var rule: VerdictRule
  /// How many runs each test had.
  var usualRuns: Int
  /// How many runs the first test and those of a flaky reproducer had.
  var carefulRuns: Int
  /// Whether each crash is listed twice (6 July to 8 August 2023).
  var listsCrashesTwice = false

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

  /// Whether a run is the second mention of the crash before it.
  func isTwin(_ run: Run, of crash: Run, _ lines: Lines) -> Bool {
    guard run.outcome == .crashed || run.outcome == .ignored else { return false }
    return lines.view(run.title).hasSameBytes(as: lines.view(crash.title))
  }

  /// Whether a step makes syzkaller call the reproducer flaky.
  func callsFlaky(_ step: Step) -> Bool {
    if step.notices.contains(where: { $0.kind == .flakyNotice }) { return true }
    return rule >= .wantedNumbers && step.result == .crashed && step.crashed < step.passed
  }
}

extension Era {
  /// The era of a log, by its date where it has one, else by what it prints.
  init(of log: BisectionLog, _ lines: Lines) {
    let date = log.startedAt.map { CalendarDate(lines.view($0)) } ?? nil
    rule = date.map(VerdictRule.init) ?? VerdictRule(featuresOf: log, lines)
    let most = log.steps.lazy.map { $0.runs.count }.max() ?? 0
    if log.isSearching(lines) {
      usualRuns = 8
      carefulRuns = 8
    } else {
      usualRuns = 10
      carefulRuns = date != nil || most > 10 || Self.compilerIsLate(log, lines) ? 20 : 10
    }
    if let date {
      listsCrashesTwice = date >= CalendarDate(2023, 7, 6) && date <= CalendarDate(2023, 8, 31)
    }
  }

  /// Whether the first compiler is younger than the change to 20 runs (20 February 2021).
  ///
  /// syzbot moved from `gcc 8.1.0` to `gcc 10.2.1 20210217` in the same days.
  private static func compilerIsLate(_ log: BisectionLog, _ lines: Lines) -> Bool {
    guard let step = log.steps.first else { return false }
    let words = lines[step.line - 1]
    if !words.contains(" with ") { return true }
    return words.contains("20210217")
  }
}

extension BisectionLog {
  /// Whether the log speaks of searching, not of bisecting: before 17 March 2019.
  func isSearching(_ lines: Lines) -> Bool {
    startCommit.map { lines[text.line(at: Int($0.start)) - 1].starts(with: "searching for ") }
      ?? false
  }
}

extension VerdictRule {
  /// The rule in force on a day.
  init(_ date: CalendarDate) {
    self =
      switch date {
      case CalendarDate(2024, 7, 15)...: .repeatedCrash
      case CalendarDate(2023, 6, 29)...: .wantedNumbers
      case CalendarDate(2023, 6, 15)...: .majorityPasses
      case CalendarDate(2023, 5, 9)...: .anyCrashOrPass
      case CalendarDate(2020, 11, 17)...: .fewTellingOfAnswered
      case CalendarDate(2019, 3, 22)...: .fewTellingOfTen
      default: .anyCrash
      }
  }

  /// The rule of a log without a date, by what it prints.
  init(featuresOf log: BisectionLog, _ lines: Lines) {
    let most = log.steps.lazy.map { $0.runs.count }.max() ?? 0
    self = log.isSearching(lines) ? .anyCrash : most > 10 ? .fewTellingOfAnswered : .fewTellingOfTen
  }
}

/// A day.
struct CalendarDate: Comparable {
  private let days: Int

  init(_ year: Int, _ month: Int, _ day: Int) {
    // Only the order matters.
    days = min(year, 9999) * 372 + month * 31 + day
  }

  /// Reads `2023-02-26 ...`; nil where the text begins otherwise.
  init?(_ text: ByteView) {
    guard let year = text.prefix(4).number(), text[4] == Ascii.minus,
      let month = text.dropping(5).prefix(2).number(), text[7] == Ascii.minus,
      let day = text.dropping(8).prefix(2).number()
    else { return nil }
    self.init(year, month, day)
  }

  static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.days < right.days }
}
