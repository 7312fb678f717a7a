import BisectionLog

extension Assessment {
  /// Judges a log by what stands in it, and by the collection it belongs to where there is one.
  public init(of log: BisectionLog, in collection: LogCollection? = nil) {
    self.init()
    let course = LogCourse(of: log, kinship: Kinship(of: log))
    families = course.kinship.shown
    if let facts = LogFacts(of: course) {
      let signals = facts.signals(in: collection)
      let model = TrustModel.standard
      probability = model.probability(of: signals)
      evidence = Evidence.evidence(for: signals, by: model)
    }
    suspect = SuspectSearch(course).suspect(culpritProbability: probability)
    ending = EndingCard(of: course, suspect: suspect)
  }
}
