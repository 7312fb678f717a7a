import BisectionLog

extension Assessment {
  /// Judges a log by what stands in it, and by the collection it belongs to where there is one.
  public init(
    of log: BisectionLog, in collection: LogCollection? = nil, depth: Depth = .reasons
  ) {
    self.init()
    let course = LogCourse(of: log, kinship: Kinship(of: log))
    families = course.kinship.shown
    if let facts = LogFacts(of: course, depth: depth) {
      let signals = facts.signals(in: collection)
      let model = TrustModel.standard
      // Without runs nothing in the log speaks for or against its culprit.
      if log.steps.contains(where: { !$0.runs.isEmpty }) {
        probability = model.probability(of: signals)
      }
      if depth == .reasons { evidence = Evidence.evidence(for: signals, by: model) }
    }
    suspects = SuspectSearch(course).suspects(depth: depth)
    // That a crash may have been missed is said of any log; it stands out where the culprit is doubtful.
    suspect = suspects.first.flatMap { first in
      first.kind == .foreignCrash || log.outcome.kind != .culprit || (probability ?? 1) < 0.5
        || log.steps[first.step].crashed > 0 ? first : nil
    }
    if depth == .reasons { ending = EndingCard(of: course, suspect: suspect) }
  }
}
