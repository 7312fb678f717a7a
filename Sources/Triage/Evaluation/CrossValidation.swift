/// Predictions for logs by models that were fitted without them.
public struct CrossValidation: Sendable {
  /// For each way of splitting, a prediction for each log in the order given.
  public let rounds: [[Quality.Prediction]]

  /// Tries the model.
  ///
  /// Logs that name the same culprit stay together, so that no prediction rests on another log of
  /// the same commit. The splits depend on the culprits and the number of the round alone.
  ///
  /// - Parameters:
  ///   - logs: logs whose truth is known.
  ///   - folds: in how many parts they are split, at least 2.
  ///   - rounds: how many ways of splitting are tried.
  public init(_ logs: [LabelledLog], folds: Int = 10, rounds: Int = 10) {
    self.rounds = (0..<max(rounds, 0)).map { round in
      Self.round(logs, folds: max(folds, 2), seed: UInt64(round))
    }
  }

  /// The quality of each round.
  public var qualities: [Quality] { rounds.map(Quality.init) }

  private static func round(
    _ logs: [LabelledLog], folds: Int, seed: UInt64
  ) -> [Quality.Prediction] {
    let parts = parts(of: Set(logs.map(\.culprit)).sorted(), folds: folds, seed: seed)
    let models = (0..<folds).map { fold in
      ModelFit(logs.filter { parts[$0.culprit] != fold }).model
    }
    return logs.map { log in
      let model = models[parts[log.culprit] ?? 0]
      return Quality.Prediction(
        probability: model.probability(of: log.signals), isCorrect: log.isCorrect)
    }
  }

  private static func parts(of culprits: [String], folds: Int, seed: UInt64) -> [String: Int] {
    var random = SplitMix(seed: seed)
    let shuffled = culprits.shuffled(using: &random)
    return Dictionary(
      uniqueKeysWithValues: shuffled.enumerated().map { ($0.element, $0.offset % folds) })
  }
}

/// Random numbers that are the same on every machine.
///
/// Steele, Lea and Flood's SplitMix64.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
