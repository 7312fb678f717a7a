// Made by `bisectty evaluate LOGS --labels TABLE --fit`; README.md beside this folder says how.

extension TrustModel {
  /// The model that comes with the program.
  static let standard = TrustModel(
    baseLogOdds: 0.2981,
    terms: [
      Term(code: .culpritTitles, weight: -1.0752, average: 0.2941),
      Term(code: .foreignTitles, weight: -0.7788, average: 0.1887),
      Term(code: .oneCrash, weight: -0.6181, average: 0.1541),
      Term(code: .culpritOneCrash, weight: -0.9128, average: 0.1036),
      Term(code: .missedCrash, weight: 0.0, average: 0.0251),
      Term(code: .unsteady, weight: -0.3203, average: 0.2577),
      Term(code: .reproRate, weight: 0.0, average: 0.0736),
      Term(code: .releasesWalked, weight: -1.4658, average: 0.2635),
      Term(code: .skipsNearby, weight: -0.0949, average: 0.0336),
      Term(code: .compilerChange, weight: 0.0, average: 0.0),
      Term(code: .equalVerdicts, weight: 0.0, average: 0.0607),
      Term(code: .parentUntested, weight: 0.0, average: 0.0504),
      Term(code: .fileInStacks, weight: 0.9266, average: 0.6327),
      Term(code: .folderInStacks, weight: 0.0, average: 0.297),
      Term(code: .apart, weight: -0.3566, average: 0.103),
      Term(code: .driverApart, weight: -0.5008, average: 0.0636),
      Term(code: .namesFunction, weight: 0.2626, average: 0.0616),
      Term(code: .newFiles, weight: -0.4257, average: 0.0756),
      Term(code: .kconfig, weight: -0.3681, average: 0.0812),
      Term(code: .debuggingTool, weight: -0.5123, average: 0.0336),
    ],
    structuralCap: 0.0063)
}
