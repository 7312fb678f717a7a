extension Evidence {
  /// The evidence of signals under a model, the weightiest first.
  ///
  /// Left out is what changes next to nothing and is next to absent in the log.
  static func evidence(for signals: [Signal], by model: TrustModel) -> [Evidence] {
    signals.compactMap { evidence(for: $0, by: model) }
      .enumerated()
      .sorted { (abs($0.element.weight), $1.offset) > (abs($1.element.weight), $0.offset) }
      .map(\.element)
  }

  private static func evidence(for signal: Signal, by model: TrustModel) -> Evidence? {
    let weight = weight(of: signal, by: model)
    let isWeighty = abs(weight) >= 0.05
    guard isWeighty || signal.value >= 0.05 else { return nil }
    let effect: Effect = !isWeighty ? .neutral : weight > 0 ? .supports : .against
    return Evidence(
      code: signal.code.rawValue, effect: effect, weight: weight, text: signal.text,
      lines: signal.lines)
  }

  private static func weight(of signal: Signal, by model: TrustModel) -> Double {
    guard signal.code.isStructural else { return model.contribution(of: signal) }
    return signal.value > 0 ? Logistic.logOdds(model.structuralCap) - model.baseLogOdds : 0
  }
}
