/// Fits the weights of a ``TrustModel`` to logs whose truth is known.
///
/// A logistic regression by Newton's method with a penalty on the squares of the weights. A signal
/// may not point against the direction that its meaning gives it: where the data ask for that, its
/// weight is 0. Structurally flawed culprits take no part; they give ``TrustModel/structuralCap``.
/// The result depends on the logs alone.
public struct ModelFit {
  /// How much a weight costs: the weight of the squares, in units of logs.
  static let penalty = 2.0

  /// The fitted model.
  let model: TrustModel

  /// Fits a model.
  public init(_ logs: [LabelledLog]) {
    let sound = logs.filter { !$0.isFlawed }
    let codes = SignalCode.allCases.filter(\.isFitted)
    let averages = codes.map { Self.average(of: $0, in: sound) }
    let rows = sound.map { log in
      codes.indices.map { (log.value(of: codes[$0]) ?? averages[$0]) - averages[$0] }
    }
    let truth = sound.map { $0.isCorrect ? 1.0 : 0.0 }
    var regression = Regression(rows: rows, truth: truth, penalty: Self.penalty)
    regression.fit(directions: codes.map(\.direction))
    model = TrustModel(
      baseLogOdds: regression.intercept,
      terms: codes.indices.map {
        .init(code: codes[$0], weight: regression.weights[$0], average: averages[$0])
      },
      structuralCap: Self.structuralCap(logs.filter(\.isFlawed)))
  }

  private static func average(of code: SignalCode, in logs: [LabelledLog]) -> Double {
    let values = logs.compactMap { $0.value(of: code) }
    return values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  /// The share of right culprits among the flawed ones, after Jeffreys: never exactly 0.
  private static func structuralCap(_ flawed: [LabelledLog]) -> Double {
    (Double(flawed.filter(\.isCorrect).count) + 0.5) / (Double(flawed.count) + 1)
  }
}
