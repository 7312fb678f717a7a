// Made by `bisectty evaluate LOGS --labels TABLE --fit`; README.md beside this folder says how.

extension TrustModel {
  /// The model that comes with the program.
  static let standard = TrustModel(
    baseLogOdds: 0.275,
    terms: [
      Term(code: .culpritTitles, weight: -1.0482, average: 0.2941),
      Term(code: .foreignTitles, weight: -0.5241, average: 0.1887),
      Term(code: .oneCrash, weight: -0.5986, average: 0.1541),
      Term(code: .culpritOneCrash, weight: -0.5986, average: 0.1036),
      Term(code: .unsteady, weight: -1.1228, average: 0.1821),
      Term(code: .releasesWalked, weight: -1.6914, average: 0.2635),
      Term(code: .fileInStacks, weight: 1.1359, average: 0.5936),
      Term(code: .subjectInStacks, weight: 0.5679, average: 0.7561),
      Term(code: .apart, weight: -0.417, average: 0.103),
      Term(code: .driverApart, weight: -0.417, average: 0.0636),
      Term(code: .newFiles, weight: -0.4316, average: 0.0756),
      Term(code: .kconfig, weight: -0.4316, average: 0.0812),
      Term(code: .debuggingTool, weight: -0.4316, average: 0.0336),
      Term(code: .namesFunction, weight: 0.4694, average: 0.0616),
      Term(code: .removesCode, weight: -0.9447, average: 0.2902),
    ],
    structuralCap: 0.0063)
}
