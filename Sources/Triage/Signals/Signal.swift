/// One measured property of a log that bears on its culprit.
struct Signal: Sendable {
  /// Which property.
  var code: SignalCode
  /// How strong, from 0 (absent) to 1.
  var value: Double
  /// One plain sentence about it, also about its absence.
  var text: String
  /// The lines it rests on, from 1, the most telling first.
  var lines: [Int]

  init(_ code: SignalCode, _ value: Double, _ text: String, at lines: [Int]) {
    self.code = code
    self.value = min(max(value, 0), 1)
    self.text = text
    self.lines = lines
  }
}

/// The names of the signals; the raw values are in exports and never change.
enum SignalCode: String, CaseIterable, Sendable {
  // These rule a culprit out on their own.
  case merge
  case releaseCommit = "release-commit"
  case sameBinary = "same-binary"
  case nothingCompiled = "nothing-compiled"

  // The runs and their titles.
  case culpritTitles = "culprit-titles"
  case foreignTitles = "foreign-titles"
  case oneCrash = "one-crash"
  case culpritOneCrash = "culprit-one-crash"
  case missedCrash = "missed-crash"
  case unsteady = "unsteady-crash"
  case reproRate = "repro-rate"

  // The course of the bisection.
  case releasesWalked = "releases-walked"
  case skipsNearby = "skips-nearby"
  case compilerChange = "compiler-change"
  case equalVerdicts = "equal-verdicts"
  case parentUntested = "parent-untested"

  // The commit, compared with the stacks.
  case fileInStacks = "file-in-stacks"
  case folderInStacks = "folder-in-stacks"
  case subjectInStacks = "subject-in-stacks"
  case apart = "apart-from-stacks"
  case driverApart = "driver-apart"
  case namesFunction = "names-function"
  case removesCode = "removes-code"
  case newFiles = "new-files"
  case kconfig
  case debuggingTool = "debugging-tool"

  // Other logs.
  case magnet

  // What is not known.
  case noRuns = "no-runs"

  /// Whether a correct culprit never has it.
  var isStructural: Bool {
    switch self {
    case .merge, .releaseCommit, .sameBinary, .nothingCompiled: true
    default: false
    }
  }

  /// The group whose weight it shares in the fit; nil for a signal without weight.
  ///
  /// Signals without a group are shown without weight: their evidence is in the weighted ones
  /// already, and a weight of their own made the model worse on logs it had not seen. A magnet
  /// needs a collection of logs; its weight is set by hand.
  var group: SignalGroup? {
    switch self {
    case .culpritTitles, .foreignTitles: .titles
    case .oneCrash, .culpritOneCrash: .thinVerdicts
    case .unsteady: .unsteady
    case .releasesWalked: .distance
    case .fileInStacks, .subjectInStacks: .overlap
    case .apart, .driverApart: .apart
    case .newFiles, .kconfig, .debuggingTool: .exposers
    case .namesFunction: .text
    case .removesCode: .removal
    default: nil
    }
  }

  /// Its part of the group's weight.
  var share: Double {
    switch self {
    case .culpritTitles: 2.0 / 3
    case .foreignTitles: 1.0 / 3
    case .oneCrash, .culpritOneCrash, .apart, .driverApart: 0.5
    case .newFiles, .kconfig, .debuggingTool, .subjectInStacks: 0.5
    default: 1
    }
  }
}

/// Signals with similar evidence, which therefore share one weight: fewer weights can be fitted
/// more reliably.
enum SignalGroup: CaseIterable, Sendable {
  case titles, thinVerdicts, unsteady, distance, overlap, apart, exposers, text, removal

  /// The members, in the order of ``SignalCode``.
  var members: [SignalCode] { SignalCode.allCases.filter { $0.group == self } }

  /// Which way it can point: 1 for the culprit, -1 against it; the fit may not turn it round.
  var direction: Double { self == .overlap || self == .text ? 1 : -1 }
}
