/// How good probabilities are against the truth.
public struct Quality: Sendable {
  /// The chance that a right culprit is ranked above a wrong one, from 0 to 1.
  public let auc: Double
  /// The mean squared difference between probability and truth, 0 being perfect.
  public let brier: Double
  /// The mean difference between stated and true share over the ten bins, weighted by their size.
  public let calibrationError: Double
  /// Ten bins of equal width, lowest first.
  public let bins: [Bin]

  /// The predictions whose probability lies in one tenth.
  public struct Bin: Sendable {
    /// How many predictions.
    public var count = 0
    /// How many of them are right.
    public var correct = 0
    /// The sum of their probabilities.
    var sum = 0.0

    /// The mean probability; 0 in an empty bin.
    public var stated: Double { count == 0 ? 0 : sum / Double(count) }
    /// The share that is right; 0 in an empty bin.
    public var actual: Double { count == 0 ? 0 : Double(correct) / Double(count) }
  }

  /// A probability with the truth.
  public struct Prediction: Sendable {
    /// The chance that was stated, from 0 to 1.
    public var probability: Double
    /// Whether the culprit is right.
    public var isCorrect: Bool

    /// A probability with the truth.
    public init(probability: Double, isCorrect: Bool) {
      self.probability = probability
      self.isCorrect = isCorrect
    }
  }

  /// Judges predictions; every figure is 0 where there are none, AUC 0.5 where all are alike.
  public init(of predictions: [Prediction]) {
    var bins = Array(repeating: Bin(), count: 10)
    var squares = 0.0
    for prediction in predictions {
      let place = Int(min(max(prediction.probability * 10, 0), 9))
      bins[place].count += 1
      bins[place].correct += prediction.isCorrect ? 1 : 0
      bins[place].sum += prediction.probability
      let difference = prediction.probability - (prediction.isCorrect ? 1 : 0)
      squares += difference * difference
    }
    let count = max(Double(predictions.count), 1)
    self.bins = bins
    brier = squares / count
    calibrationError =
      bins.reduce(0) { $0 + abs($1.sum - Double($1.correct)) } / count
    auc = Self.auc(of: predictions)
  }

  /// The rank sum statistic, ties counting half.
  private static func auc(of predictions: [Prediction]) -> Double {
    let sorted = predictions.sorted { $0.probability < $1.probability }
    var rankSum = 0.0
    var start = 0
    while start < sorted.count {
      var end = start
      while end < sorted.count, sorted[end].probability == sorted[start].probability { end += 1 }
      let rank = Double(start + end + 1) / 2
      rankSum += rank * Double(sorted[start..<end].filter(\.isCorrect).count)
      start = end
    }
    let right = Double(sorted.filter(\.isCorrect).count)
    let wrong = Double(sorted.count) - right
    guard right > 0, wrong > 0 else { return 0.5 }
    return (rankSum - right * (right + 1) / 2) / (right * wrong)
  }
}
