import BisectionLog

extension LogFacts {
  /// Properties of the commit that a correct culprit never has.
  var structuralSignals: [Signal] {
    let title = log.string(culprit.title) ?? ""
    // Before git 2.22 a merge's block was left out altogether, and its subject is all there is.
    let isUnseenMerge = culprit.blockLines == nil && title.hasPrefix("Merge ")
    var block: [Int] { [culprit.blockLines?.lowerBound, culprit.line].compactMap { $0 } }
    return [
      signal(
        .merge, if: culprit.isMerge || isUnseenMerge,
        "The culprit is a merge: it brings other commits together, one of which may be to blame.",
        at: block),
      signal(
        .releaseCommit, if: culprit.isRelease,
        "The culprit is a release commit, which changes a version number and no code.",
        at: [culprit.line]),
      signal(
        .sameBinary, if: isSameBinary,
        "The kernel built from the culprit is the same binary as its parent's.",
        at: signatureLines),
      signal(
        .nothingCompiled, if: culpritFiles.isNothingCompiled,
        "Nothing the culprit changes is compiled into the tested kernel.",
        at: culpritFiles.lines.isEmpty ? block : Array(culpritFiles.lines.prefix(4))),
    ]
  }

  private var isSameBinary: Bool {
    guard let own = log.string(culprit.signature), let parent = log.string(culprit.parentSignature)
    else { return false }
    return own == parent
  }

  private var signatureLines: [Int] {
    [culprit.signature, culprit.parentSignature].compactMap { $0 }
      .map { log.text.line(at: Int($0.start)) }
  }
}
