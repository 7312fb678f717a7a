// Made by `bisectty evaluate LOGS --labels TABLE --fit`; README.md beside this folder says how.

extension TrustModel {
  /// The model that comes with the program.
  static let standard = TrustModel(
    baseLogOdds: 0.2831,
    terms: [
      Term(code: .culpritTitles, weight: -1.0005, average: 0.2941),
      Term(code: .foreignTitles, weight: -0.5003, average: 0.1887),
      Term(code: .oneCrash, weight: -0.5357, average: 0.1541),
      Term(code: .culpritOneCrash, weight: -0.5357, average: 0.1036),
      Term(code: .unsteady, weight: -1.0081, average: 0.1821),
      Term(code: .releasesWalked, weight: -1.5192, average: 0.2635),
      Term(code: .fileInStacks, weight: 0.8755, average: 0.6327),
      Term(code: .apart, weight: -0.3718, average: 0.103),
      Term(code: .driverApart, weight: -0.3718, average: 0.0636),
      Term(code: .newFiles, weight: -0.2793, average: 0.0756),
      Term(code: .kconfig, weight: -0.2793, average: 0.0812),
      Term(code: .debuggingTool, weight: -0.2793, average: 0.0336),
      Term(code: .namesFunction, weight: 0.3533, average: 0.0616),
    ],
    structuralCap: 0.0063)
}
