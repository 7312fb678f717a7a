extension ModelFit {
  /// The fitted model in the form of the program's table.
  public var tableText: String {
    let terms = model.terms.map { term in
      """
            Term(code: .\(term.code), weight: \(rounded(term.weight)), average: \
      \(rounded(term.average))),

      """
    }
    return """
        static let standard = TrustModel(
          baseLogOdds: \(rounded(model.baseLogOdds)),
          terms: [
      \(terms.joined())    ],
          structuralCap: \(rounded(model.structuralCap)))

      """
  }

  /// Four decimals: the logs do not support more.
  private func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
