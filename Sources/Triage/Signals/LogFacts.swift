import BisectionLog

/// What the signals need of a log that names one culprit, found once.
struct LogFacts {
  let culprit: Culprit
  /// The way to the culprit.
  let course: LogCourse
  /// The step at the culprit that crashed: the culprit's own, or in a fix bisection the last one
  /// before it.
  let crashStep: JudgedStep?
  let culpritFiles: CulpritFiles
  let stackFiles: StackFiles
  /// Whether ``stackFiles`` are those of a report that the log does not hold.
  let isByOriginal: Bool
  /// How much detail the signals have.
  private let depth: Depth

  /// The facts of a log; nil if it names no single culprit.
  init?(of log: BisectionLog) {
    self.init(of: LogCourse(of: log, kinship: Kinship(of: log)), depth: .reasons)
  }

  /// The facts of a log whose course is known already; nil if it names no single culprit.
  ///
  /// The stacks are those of the original report where it is known and names files.
  init?(of course: LogCourse, original: CaseFacts.OriginalReport? = nil, depth: Depth) {
    let log = course.log
    guard log.outcome.kind == .culprit, let culprit = log.culprit else { return nil }
    self.depth = depth
    self.culprit = culprit
    self.course = course
    crashStep = Self.crashStep(of: course, culprit: log.string(culprit.commit))
    let originalFiles = original.map { StackFiles(of: $0.report, in: $0.text) }
    isByOriginal = originalFiles.map { !$0.specific.isEmpty } ?? false
    stackFiles =
      originalFiles.flatMap { $0.specific.isEmpty ? nil : $0 }
      ?? StackFiles(of: log.crash, in: log.text)
    culpritFiles = CulpritFiles(of: culprit, in: log, architecture: stackFiles.architecture)
  }

  var log: BisectionLog { course.log }

  var kinship: Kinship { course.kinship }

  /// The first test of the original commit.
  var original: JudgedStep? { course.original }

  /// The steps whose runs set the range or gave git a verdict.
  var judged: [JudgedStep] { course.judged }

  /// A signal; its sentence and its lines are only made if somebody reads them.
  func signal(
    _ code: SignalCode, _ value: Double, _ text: @autoclosure () -> String,
    at lines: @autoclosure () -> [Int]
  ) -> Signal {
    switch depth {
    case .conclusions: Signal(code, value, "", at: [])
    case .reasons: Signal(code, value, text(), at: lines())
    }
  }

  /// A signal that is there or not.
  func signal(
    _ code: SignalCode, if condition: Bool, _ text: @autoclosure () -> String,
    at lines: @autoclosure () -> [Int]
  ) -> Signal {
    signal(code, condition ? 1 : 0, text(), at: lines())
  }

  private static func crashStep(of course: LogCourse, culprit: String) -> JudgedStep? {
    let log = course.log
    func isCulprit(_ judged: JudgedStep) -> Bool {
      log.string(log.steps[judged.index].commit) == culprit
    }
    if log.direction == .fix { return course.crashing.last ?? course.original }
    if let own = course.crashing.last(where: isCulprit) { return own }
    return course.original.flatMap { isCulprit($0) ? $0 : nil }
  }
}
