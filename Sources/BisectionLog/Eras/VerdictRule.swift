/// How syzkaller turned the runs of a test into a verdict, by its time (grammar, section 4).
///
/// A fix bisection inverts the verdict only afterwards.
enum VerdictRule: Int, Comparable, CaseIterable {
  /// From May 2018: any crash counts; else one run that passed is enough.
  case anyCrash
  /// From March 2019: too few telling runs among ten are inconclusive.
  case fewTellingOfTen
  /// From November 2020: the same among as many runs as answered.
  case fewTellingOfAnswered
  /// From 9 May 2023: any crash counts, infrastructure errors end the bisection.
  case anyCrashOrPass
  /// From 15 June 2023: a pass needs more than half of the runs.
  case majorityPasses
  /// From 29 June 2023: wanted numbers of passes and of telling runs.
  case wantedNumbers
  /// From 15 July 2024: a crash must be seen more than once.
  case repeatedCrash

  static func < (left: VerdictRule, right: VerdictRule) -> Bool { left.rawValue < right.rawValue }

  /// The result that runs imply.
  ///
  /// - Parameters:
  ///   - answered: how many runs answered.
  ///   - passed: how many of them passed.
  ///   - crashed: how many of them crashed.
  ///   - infra: how many were lost to the infrastructure.
  ///   - isFlaky: whether the log had called the reproducer flaky before.
  func result(answered: Int, passed: Int, crashed: Int, infra: Int, isFlaky: Bool) -> StepResult {
    switch self {
    case .anyCrash, .anyCrashOrPass:
      return crashed > 0 ? .crashed : passed > 0 ? .passed : .inconclusive
    case .fewTellingOfTen, .fewTellingOfAnswered:
      let asked = self == .fewTellingOfTen ? 10 : answered
      if crashed > 0 { return .crashed }
      if asked - passed - crashed > asked / 3 * 2 { return .inconclusive }
      return passed > 0 ? .passed : .inconclusive
    case .majorityPasses:
      return crashed > 0 ? .crashed : passed > answered - passed ? .passed : .inconclusive
    case .wantedNumbers, .repeatedCrash:
      let wantedPasses = isFlaky ? answered * 3 / 4 : answered / 2
      let wantedTelling = answered / 2
      if crashed == 0, passed >= wantedPasses { return .passed }
      let leastCrashes = self == .repeatedCrash ? max(2, (answered - infra) / 6) : 1
      if crashed >= leastCrashes, passed + crashed >= wantedTelling { return .crashed }
      return .inconclusive
    }
  }
}

extension VerdictRule {
  /// The rule in force on a day.
  init(_ day: CalendarDate) {
    self =
      switch day {
      case CalendarDate(2024, 7, 15)...: .repeatedCrash
      case CalendarDate(2023, 6, 29)...: .wantedNumbers
      case CalendarDate(2023, 6, 15)...: .majorityPasses
      case CalendarDate(2023, 5, 9)...: .anyCrashOrPass
      case CalendarDate(2020, 11, 17)...: .fewTellingOfAnswered
      case CalendarDate(2019, 3, 22)...: .fewTellingOfTen
      default: .anyCrash
      }
  }
}
