// Made by `bisectty evaluate LOGS --labels TABLE --fit`; README.md beside this folder describes
// how.

extension TrustModel {
  /// The model that comes with the program.
  static let standard = TrustModel(
    baseLogOdds: 0.0603,
    terms: [
      Term(code: .culpritTitles, weight: -1.0863, average: 0.3109),
      Term(code: .foreignTitles, weight: -0.5432, average: 0.1939),
      Term(code: .oneCrash, weight: -0.7922, average: 0.1576),
      Term(code: .culpritOneCrash, weight: -0.7922, average: 0.0971),
      Term(code: .unsteady, weight: -1.1636, average: 0.1641),
      Term(code: .releasesWalked, weight: -1.6407, average: 0.2738),
      Term(code: .fileInStacks, weight: 1.205, average: 0.6113),
      Term(code: .subjectInStacks, weight: 0.6025, average: 0.7651),
      Term(code: .apart, weight: -0.422, average: 0.0954),
      Term(code: .driverApart, weight: -0.422, average: 0.051),
      Term(code: .newFiles, weight: -0.2593, average: 0.0555),
      Term(code: .kconfig, weight: -0.2593, average: 0.0678),
      Term(code: .debuggingTool, weight: -0.2593, average: 0.0339),
      Term(code: .namesFunction, weight: 0.0757, average: 0.0709),
      Term(code: .removesCode, weight: -0.9492, average: 0.297),
    ],
    structuralCap: 0.0042)
}
