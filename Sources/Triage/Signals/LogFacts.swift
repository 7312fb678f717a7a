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

  /// The facts of a log; nil where it names no single culprit.
  init?(of log: BisectionLog) {
    self.init(of: LogCourse(of: log, kinship: Kinship(of: log)))
  }

  /// The facts of a log whose course is known already; nil where it names no single culprit.
  init?(of course: LogCourse) {
    let log = course.log
    guard log.outcome.kind == .culprit, let culprit = log.culprit else { return nil }
    self.culprit = culprit
    self.course = course
    crashStep = Self.crashStep(of: course, culprit: log.string(culprit.commit))
    stackFiles = StackFiles(of: log.crash, in: log.text)
    culpritFiles = CulpritFiles(of: culprit, in: log, architecture: stackFiles.architecture)
  }

  var log: BisectionLog { course.log }

  var kinship: Kinship { course.kinship }

  /// The first test of the original commit.
  var original: JudgedStep? { course.original }

  /// The steps whose runs set the range or told git.
  var judged: [JudgedStep] { course.judged }

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
