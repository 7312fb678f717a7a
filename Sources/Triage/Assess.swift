import BisectionLog

extension LogFacts {
  /// The facts of a log; nil where it names no single culprit.
  init?(of log: BisectionLog) {
    self.init(of: log, kinship: Kinship(of: log))
  }

  /// The facts of a log whose titles are judged already; nil where it names no single culprit.
  init?(of log: BisectionLog, kinship: Kinship) {
    guard log.outcome.kind == .culprit, let culprit = log.culprit else { return nil }
    self.init(of: log, culprit: culprit, kinship: kinship)
  }
}

extension Assessment {
  /// Judges a log by what stands in it, and by the collection it belongs to where there is one.
  public init(of log: BisectionLog, in collection: LogCollection? = nil) {
    self.init()
    let kinship = Kinship(of: log)
    families = kinship.shown
    guard let facts = LogFacts(of: log, kinship: kinship) else { return }
    let signals = facts.signals(in: collection)
    let model = TrustModel.standard
    probability = model.probability(of: signals)
    evidence = Evidence.evidence(for: signals, by: model)
  }
}
