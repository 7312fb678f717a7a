import Triage

/// What `bisectty evaluate` prints.
struct EvaluationReport {
  private let sample: EvaluationSample

  init(_ sample: EvaluationSample) { self.sample = sample }

  /// The whole text.
  var text: String {
    let right = sample.logs.filter(\.isCorrect).count
    let culprits = Set(sample.logs.map(\.culprit)).count
    let trial = CrossValidation(sample.logs)
    let rounds = trial.qualities
    return """
      \(sample.logs.count) logs with a known truth, \(right) right; \(culprits) culprits

      cross-validation in ten parts, grouped by culprit: mean (least to most) of \(rounds.count) splits
        AUC                \(spread(rounds.map(\.auc)))
        AUC of each part   \(spread(trial.rounds.map(\.partAUC)))
        Brier score        \(spread(rounds.map(\.brier)))
        calibration error  \(spread(rounds.map(\.calibrationError)))

      \(calibration(rounds))
      the program's own table on these logs
      \(own)
      \(suspects)
      """
  }

  private var own: String {
    let quality = Quality(of: sample.stated)
    return """
        AUC \(decimals(quality.auc)), Brier score \(decimals(quality.brier)), \
      calibration error \(decimals(quality.calibrationError))

      """
  }

  private func calibration(_ rounds: [Quality]) -> String {
    var lines = ["  stated    logs  mean   right"]
    for bin in 0..<10 {
      let bins = rounds.map { $0.bins[bin] }
      let count = bins.reduce(0) { $0 + $1.count }
      guard count > 0 else { continue }
      let stated = bins.reduce(0) { $0 + $1.stated * Double($1.count) } / Double(count)
      let actual = Double(bins.reduce(0) { $0 + $1.correct }) / Double(count)
      let logs = padded("\(count / max(rounds.count, 1))", to: 6)
      lines.append(
        "  0.\(bin)–\(bin == 9 ? "1.0" : "0.\(bin + 1)") \(logs)  \(decimals(stated))  \(decimals(actual))"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var suspects: String {
    guard !sample.suspects.counts.isEmpty else { return "" }
    var lines = ["suspect step against the first step judged wrongly"]
    for (reason, count) in sample.suspects.counts.sorted(by: { $0.key < $1.key }) {
      let share = Double(count.hits) / Double(count.logs)
      lines.append(
        "  \(reason): \(count.hits) of \(count.logs) (\(decimals(share))), one of the first two "
          + "\(count.hitsOfTwo), suspected in \(count.named)"
      )
    }
    let all = sample.suspects.counts.values
    let logs = max(1, all.reduce(0) { $0 + $1.logs })
    func share(_ hits: Int) -> String { decimals(Double(hits) / Double(logs)) }
    let (first, two) = (all.reduce(0) { $0 + $1.hits }, all.reduce(0) { $0 + $1.hitsOfTwo })
    lines.append(
      "  all: first \(first) of \(logs) (\(share(first))), of two \(two) (\(share(two)))")
    return lines.joined(separator: "\n") + "\n"
  }

  private func mean(_ values: [Double]) -> String {
    decimals(values.reduce(0, +) / Double(max(values.count, 1)))
  }

  private func spread(_ values: [Double]) -> String {
    "\(mean(values)) (\(decimals(values.min() ?? 0)) to \(decimals(values.max() ?? 0)))"
  }

  private func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(width - text.count, 0)) + text
  }

  /// Three decimals.
  private func decimals(_ value: Double) -> String {
    let thousandths = Int((min(max(value, 0), 1_000) * 1_000).rounded())
    let fraction = String(thousandths % 1_000)
    return "\(thousandths / 1_000).\(String(repeating: "0", count: 3 - fraction.count))\(fraction)"
  }
}
