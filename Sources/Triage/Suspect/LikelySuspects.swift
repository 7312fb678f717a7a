extension Assessment {
  /// The suspects that are worth a look, best first: at most three, each at least as likely as one in ten.
  public var likelySuspects: [SuspectStep] { Array(suspects.filter { $0.weight >= 0.1 }.prefix(3)) }

  /// Those that are shown without being asked for: none where nothing casts doubt on the culprit.
  public var shownSuspects: [SuspectStep] { suspect == nil ? [] : likelySuspects }
}

extension SuspectStep.Kind {
  /// What is thought to have gone wrong, in a few words.
  public var words: String {
    switch self {
    case .foreignCrash: "another bug's crash"
    case .missedCrash: "missed crash"
    case .unclear: "unclear"
    }
  }
}
