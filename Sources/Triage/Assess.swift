import BisectionLog

extension Assessment {
  /// Judges a log.
  ///
  /// - Parameters:
  ///   - log: the log.
  ///   - collection: the logs it belongs to, where there are some.
  ///   - facts: what is known of its bug beside it. The stacks of the original report take the place of those at
  ///     the log's end, which are another bug's in half of the logs.
  ///   - depth: whether sentences are wanted.
  public init(
    of log: BisectionLog, in collection: LogCollection? = nil, with facts: CaseFacts = CaseFacts(),
    depth: Depth = .reasons
  ) {
    self.init()
    let course = LogCourse(
      of: log, kinship: Kinship(of: log, originalTitle: facts.originalReport?.title))
    families = course.kinship.shown
    if let measured = LogFacts(of: course, original: facts.originalReport, depth: depth) {
      let signals = measured.signals(in: collection)
      let model = TrustModel.standard
      // Without runs nothing in the log speaks for or against its culprit.
      if log.steps.contains(where: { !$0.runs.isEmpty }) {
        probability = model.probability(of: signals)
      }
      if depth == .reasons { evidence = Evidence.evidence(for: signals, by: model) }
    }
    if depth == .reasons, log.outcome.kind == .culprit {
      evidence.insert(contentsOf: facts.evidence, at: 0)
    }
    suspects = SuspectSearch(course).suspects(depth: depth)
    // That a crash may have been missed applies to any log; it is highlighted where the culprit is
    // doubtful.
    suspect = suspects.first.flatMap { first in
      first.kind == .foreignCrash || log.outcome.kind != .culprit || (probability ?? 1) < 0.5
        || log.steps[first.step].crashed > 0 ? first : nil
    }
    if depth == .reasons { ending = EndingCard(of: course, suspect: suspect) }
  }
}
