extension SyzkallerParser {
  /// The lines that choose the range, and the checks of a fix bisection (grammar, sections 6 and 7).
  mutating func takeRangeLine(_ line: ByteView, _ kind: LineKind) {
    closeStep()
    payload = .none
    switch kind {
    case .pickedReleases, .testingRelease, .testingHead, .mergeBase: noteRangeBegins()
    default: break
    }
    switch kind {
    case .testingRelease:
      announcedStage = .release
      announcedRelease = line.after("testing release ")?.trimmed.rangeIfAny
      accept(kind)
      return
    case .testingHead: announcedStage = .head
    case .mergeBase where line.ends(with: ", check if it has the bug"):
      announcedStage = .mergeBase
    case .guiltyCommitCheck where line.starts(with: "no existing result, test the revision"):
      announcedStage = .mergeBase
    case .guiltyCommitCheck where line.starts(with: "determine whether the revision"):
      announcedStage = nil
    case .pretendCrashed:
      announcedStage = nil
      pretends = true
    case .minimisation: announcedStage = .config
    default: break
    }
    let mayGoOn = kind == .minimisation && MinimisationLine.mayGoOn(line)
    acceptNotice(kind, line)
    if mayGoOn { payload = .node }
  }
}
