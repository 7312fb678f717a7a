/// Fits the weights of a ``TrustModel`` to logs whose truth is known.
///
/// A logistic regression by Newton's method with a penalty on the squares of the weights. A group of
/// signals may not point against the direction that its meaning gives it: where the data ask for
/// that, its weight is 0. A culprit counts once, however many logs name it. Structurally flawed
/// culprits take no part; they give ``TrustModel/structuralCap``.
/// The result depends on the logs alone.
public struct ModelFit {
  /// How much a weight costs: the weight of the squares, in units of logs.
  static let penalty = 1.0

  /// The fitted model.
  let model: TrustModel

  /// Fits a model.
  public init(_ logs: [LabelledLog]) {
    let sound = logs.filter { !$0.isFlawed }
    let averages = Dictionary(
      uniqueKeysWithValues: SignalCode.allCases.map { ($0, Self.average(of: $0, in: sound)) })
    let groups = SignalGroup.allCases
    let rows = sound.map { log in
      groups.map { Self.column($0, of: log, averages: averages) }
    }
    let truth = sound.map { $0.isCorrect ? 1.0 : 0.0 }
    var regression = Regression(
      rows: rows, truth: truth, counts: Self.counts(of: sound), penalty: Self.penalty)
    regression.fit(directions: groups.map(\.direction))
    let terms = zip(groups, regression.weights).flatMap { group, weight in
      group.members.map { code in
        TrustModel.Term(code: code, weight: weight * code.share, average: averages[code] ?? 0)
      }
    }
    model = TrustModel(
      baseLogOdds: regression.intercept, terms: terms,
      structuralCap: Self.structuralCap(logs.filter(\.isFlawed)))
  }

  /// A culprit counts once, however many logs name it: they are not independent witnesses.
  private static func counts(of logs: [LabelledLog]) -> [Double] {
    let logsOfCulprit = logs.reduce(into: [:]) { $0[$1.culprit, default: 0.0] += 1 }
    return logs.map { 1 / (logsOfCulprit[$0.culprit] ?? 1) }
  }

  /// The deviation of a log from the average, for a group of signals.
  private static func column(
    _ group: SignalGroup, of log: LabelledLog, averages: [SignalCode: Double]
  ) -> Double {
    group.members.reduce(0) { sum, code in
      let average = averages[code] ?? 0
      return sum + code.share * ((log.value(of: code) ?? average) - average)
    }
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
