/// Predictions for logs by models that were fitted without them.
public struct CrossValidation: Sendable {
  /// One way of splitting the logs.
  public struct Round: Sendable {
    /// A prediction for each log, in the order given.
    public let predictions: [Quality.Prediction]
    /// The quality of all predictions together.
    public let quality: Quality
    /// The mean area under the curve of the parts, each by itself; 0.5 if no part has one.
    ///
    /// Predictions of one part come from one model, as those for new logs do. Together they rank
    /// too low: without a right culprit a model finds its like less likely, and the other way round.
    public let partAUC: Double

    init(_ predictions: [Quality.Prediction], parts: [Int], folds: Int) {
      self.predictions = predictions
      quality = Quality(of: predictions)
      let areas = (0..<folds).compactMap { part -> Double? in
        let own = zip(predictions, parts).filter { $0.1 == part }.map(\.0)
        let right = own.filter(\.isCorrect).count
        return right > 0 && right < own.count ? Quality(of: own).auc : nil
      }
      partAUC = areas.isEmpty ? 0.5 : areas.reduce(0, +) / Double(areas.count)
    }
  }

  /// The ways of splitting.
  public let rounds: [Round]

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
  public var qualities: [Quality] { rounds.map(\.quality) }

  private static func round(
    _ logs: [LabelledLog], folds: Int, seed: UInt64
  ) -> Round {
    let parts = parts(of: Set(logs.map(\.culprit)).sorted(), folds: folds, seed: seed)
    let models = (0..<folds).map { fold in
      ModelFit(logs.filter { parts[$0.culprit] != fold }).model
    }
    let places = logs.map { parts[$0.culprit] ?? 0 }
    let predictions = zip(logs, places).map { log, place in
      Quality.Prediction(
        probability: models[place].probability(of: log.signals), isCorrect: log.isCorrect)
    }
    return Round(predictions, parts: places, folds: folds)
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
