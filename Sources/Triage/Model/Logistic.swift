import Glibc

/// The logistic curve and its inverse.
enum Logistic {
  /// The probability of some log odds.
  static func probability(_ logOdds: Double) -> Double {
    1 / (1 + exp(-min(max(logOdds, -500), 500)))
  }

  /// The log odds of a probability above 0 and below 1.
  static func logOdds(_ probability: Double) -> Double {
    let inner = min(max(probability, 1e-12), 1 - 1e-12)
    return log(inner / (1 - inner))
  }
}
