/// A penalised logistic regression over centred columns.
struct Regression {
  /// One row a case, one column a property.
  let rows: [[Double]]
  /// 1 where the case is positive, else 0.
  let truth: [Double]
  /// How much each case counts.
  let counts: [Double]
  /// The weight of the squared weights.
  let penalty: Double
  /// The log odds of a case whose columns are all 0.
  private(set) var intercept = 0.0
  /// The weight of each column.
  private(set) var weights: [Double]

  init(rows: [[Double]], truth: [Double], counts: [Double], penalty: Double) {
    self.rows = rows
    self.truth = truth
    self.counts = counts
    self.penalty = penalty
    weights = Array(repeating: 0, count: rows.first?.count ?? 0)
  }

  /// Fits the weights; a weight whose sign is not that of its direction is left out, the most wrong
  /// one first.
  mutating func fit(directions: [Double]) {
    var active = Array(weights.indices)
    while true {
      solve(active)
      let worst = active.min { weights[$0] * directions[$0] < weights[$1] * directions[$1] }
      guard let worst, weights[worst] * directions[worst] < 0 else { return }
      active.removeAll { $0 == worst }
    }
  }

  /// Newton's method over the active columns; the others' weights are 0.
  private mutating func solve(_ active: [Int]) {
    weights = weights.map { _ in 0 }
    intercept = 0
    for _ in 0..<50 {
      let step = newtonStep(active)
      intercept += step[0]
      for (place, column) in active.enumerated() { weights[column] += step[place + 1] }
      if step.allSatisfy({ abs($0) < 1e-10 }) { return }
    }
  }

  private func newtonStep(_ active: [Int]) -> [Double] {
    let size = active.count + 1
    var gradient = Array(repeating: 0.0, count: size)
    var curvature = Array(repeating: Array(repeating: 0.0, count: size), count: size)
    for ((row, target), count) in zip(zip(rows, truth), counts) {
      let inputs = [1.0] + active.map { row[$0] }
      let logOdds = active.reduce(intercept) { $0 + weights[$1] * row[$1] }
      let chance = Logistic.probability(logOdds)
      for one in 0..<size where inputs[one] != 0 {
        gradient[one] += count * (target - chance) * inputs[one]
        for other in 0...one {
          curvature[one][other] += count * chance * (1 - chance) * inputs[one] * inputs[other]
        }
      }
    }
    for (place, column) in active.enumerated() {
      gradient[place + 1] -= penalty * weights[column]
      curvature[place + 1][place + 1] += penalty
    }
    curvature[0][0] += 1e-9
    return PositiveDefinite.solve(curvature, gradient)
  }
}

/// Linear equations with a symmetric positive definite matrix.
enum PositiveDefinite {
  /// Solves by Cholesky's method; only the lower triangle of `matrix` is read.
  static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    let size = right.count
    var lower = matrix
    var solution = right
    for row in 0..<size {
      for column in 0...row {
        var sum = lower[row][column]
        for inner in 0..<column { sum -= lower[row][inner] * lower[column][inner] }
        if row == column {
          lower[row][row] = max(sum, 1e-12).squareRoot()
        } else {
          lower[row][column] = sum / lower[column][column]
        }
      }
    }
    for row in 0..<size {
      for inner in 0..<row { solution[row] -= lower[row][inner] * solution[inner] }
      solution[row] /= lower[row][row]
    }
    for row in (0..<size).reversed() {
      for inner in row + 1..<max(size, row + 1) {
        solution[row] -= lower[inner][row] * solution[inner]
      }
      solution[row] /= lower[row][row]
    }
    return solution
  }
}
