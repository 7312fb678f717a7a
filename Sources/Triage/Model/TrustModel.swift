/// How far a culprit can be trusted: a logistic model over the signals.
///
/// The log odds are ``baseLogOdds`` for a log that is average in everything, plus for each signal
/// its weight times how far it lies from the average. A signal that a log lacks counts as average.
struct TrustModel: Sendable {
  /// One signal's part.
  struct Term: Sendable {
    /// The signal.
    var code: SignalCode
    /// The change of the log odds from absent to fully present.
    var weight: Double
    /// The average value of the signal.
    var average: Double
  }

  /// The log odds of a log that is average in everything.
  var baseLogOdds: Double
  /// The signals that count.
  var terms: [Term]
  /// The most that is granted to a culprit with a structural flaw.
  var structuralCap: Double

  /// No probability leaves these bounds: the truth about a commit is never in the log alone.
  static let bounds = 0.005...0.95

  /// What a crowd of unrelated crashes costs.
  ///
  /// Set by hand: of commits that nine or more logs name, 15.7 % are right against 49.3 % of the
  /// others; half of those log odds, since the other signals see part of it.
  static let magnetWeight = -0.8

  /// The change of the log odds that a signal brings.
  func contribution(of signal: Signal) -> Double {
    if signal.code == .magnet { return Self.magnetWeight * signal.value }
    guard let term = terms.first(where: { $0.code == signal.code }) else { return 0 }
    return term.weight * (signal.value - term.average)
  }

  /// The chance that the culprit is right.
  func probability(of signals: [Signal]) -> Double {
    let logOdds = signals.reduce(baseLogOdds) { $0 + contribution(of: $1) }
    let free = Logistic.probability(logOdds)
    let isFlawed = signals.contains { $0.code.isStructural && $0.value > 0 }
    let capped = isFlawed ? min(free, structuralCap) : free
    return min(max(capped, Self.bounds.lowerBound), Self.bounds.upperBound)
  }
}
