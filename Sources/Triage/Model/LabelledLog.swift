import BisectionLog

/// A log that names one culprit, with the truth about it, ready for fitting and judging the model.
public struct LabelledLog: Sendable {
  /// What the log is called.
  public var name: String
  /// The named commit; logs that name the same one are kept together when the model is tried.
  public var culprit: String
  /// Whether the culprit is right.
  public var isCorrect: Bool
  /// The signals of the log.
  var signals: [Signal]

  /// A log with the truth about its culprit; nil if it names no single one.
  public init?(
    _ log: BisectionLog, name: String, isCorrect: Bool, in collection: LogCollection? = nil
  ) {
    guard let facts = LogFacts(of: log) else { return nil }
    self.name = name
    self.isCorrect = isCorrect
    culprit = log.string(facts.culprit.commit)
    signals = facts.signals(in: collection)
  }

  /// Whether one signal alone rules the culprit out.
  var isFlawed: Bool { signals.contains { $0.code.isStructural && $0.value > 0 } }

  /// The value of a signal; nil if the log lacks it.
  func value(of code: SignalCode) -> Double? {
    signals.first { $0.code == code }?.value
  }
}
