/// Classifies the lines of a syzkaller log by their fixed words.
///
/// The templates are those of syzkaller's `pkg/bisect`, `pkg/vcs`, `pkg/kconfig` and
/// `pkg/bisect/minimize` from May 2018 on, and of git's own output. The meaning of a line may also
/// depend on its context, which the parser tracks.
enum SyzkallerLine {
  /// The kind of a line by its text alone; ``LineKind/unrecognised`` where no template fits.
  @inline(__always)
  static func kind(of line: ByteView) -> LineKind {
    if line.isEmpty { return .blank }
    let kind = kindByFirstByte(line)
    return kind == .unrecognised ? kindByAnyStart(line) : kind
  }

  @inline(__always)
  private static func kindByFirstByte(_ line: ByteView) -> LineKind {
    switch line[0] {
    case UInt8(ascii: "r"): kindAfterR(line)
    case UInt8(ascii: "t"): kindAfterT(line)
    case UInt8(ascii: "k"): kindAfterK(line)
    case UInt8(ascii: "a"): kindAfterA(line)
    case UInt8(ascii: "c"): kindAfterC(line)
    case UInt8(ascii: "f"): kindAfterF(line)
    case UInt8(ascii: "b"): kindAfterB(line)
    case UInt8(ascii: "#"): kindAfterHash(line)
    default: otherKind(line)
    }
  }

  /// Lines that begin with a word of their own: a hash, or the name of a host.
  private static func kindByAnyStart(_ line: ByteView) -> LineKind {
    let kind = GitLine.kind(of: line)
    if kind != .unrecognised { return kind }
    if MinimisationLine.isOne(line) { return .minimisation }
    // The name of a host has 64 characters at most (sethostname(2)).
    return line.prefix(90).contains(" starts bisection ") ? .host : .unrecognised
  }

  private static func kindAfterR(_ line: ByteView) -> LineKind {
    if line.starts(with: "run #") { return .run }
    if line.starts(with: "representative crash: ") { return .representativeCrash }
    if line.starts(with: "reproducer seems to be flaky") { return .flakyNotice }
    if line.starts(with: "reproducer is flaky (") { return .reproducerFlaky }
    if line.starts(with: "reproducer does not crash the merge base") { return .endMessage }
    if line.starts(with: "revisions tested: ") { return .statistics }
    if line.starts(with: "recipients (") { return .recipients }
    if let rest = line.after("revision "), rest.leadingHash() != nil { return .guiltyCommitCheck }
    if line.starts(with: "rewritten commit ") { return .rewrittenCommit }
    if line.starts(with: "repro testing failure: ") { return .testFailed }
    if line.starts(with: "resulting configs: ") { return .minimisation }
    return .unrecognised
  }

  private static func kindAfterT(_ line: ByteView) -> LineKind {
    if line.starts(with: "testing commit ") { return .testingCommit }
    if line.starts(with: "testing release ") { return .testingRelease }
    if line.starts(with: "testing current HEAD ") { return .testingHead }
    if line.starts(with: "try #") { return .run }
    if line.starts(with: "too many neither good nor bad results") { return .misleadingSkip }
    if line.starts(with: "the bug was not introduced yet") { return .pretendCrashed }
    if line.starts(with: "the crash is still unfixed") { return .endMessage }
    if line.starts(with: "the crash still happens on HEAD") { return .endMessage }
    if line.starts(with: "the crash already happened on the oldest") { return .endMessage }
    return .unrecognised
  }

  private static func kindAfterK(_ line: ByteView) -> LineKind {
    if line.starts(with: "kernel signature:   ") { return .signaturePair }
    if line.starts(with: "kernel signature:") { return .kernelSignature }
    if line.starts(with: "kernel build failed: ") { return .buildText }
    return .unrecognised
  }

  private static func kindAfterA(_ line: ByteView) -> LineKind {
    if line.starts(with: "all runs: ") { return .allRuns }
    if line.starts(with: "accumulated error probability: ") { return .errorProbability }
    return .unrecognised
  }

  private static func kindAfterC(_ line: ByteView) -> LineKind {
    if line.starts(with: "compiler: ") { return .compiler }
    if line.starts(with: "culprit signature:") { return .signaturePair }
    if line.starts(with: "crash: ") { return .crashTitle }
    if line.starts(with: "commit msg: ") { return .commitMessage }
    if line.starts(with: "cc: [") { return .recipients }
    if line.starts(with: "checking the merge base ") { return .guiltyCommitCheck }
    if line.starts(with: "crash still not fixed") { return .endMessage }
    return .unrecognised
  }

  private static func kindAfterF(_ line: ByteView) -> LineKind {
    if line.starts(with: "false negative chance: ") { return .falseNegativeChance }
    if line.starts(with: "first bad commit: ") || line.starts(with: "first good commit: ") {
      return .culprit
    }
    if line.starts(with: "failed building ") { return .buildText }
    if line.starts(with: "failed testing reproducer on ") { return .testFailed }
    if line.starts(with: "failed: ") { return .testFailed }
    if line.starts(with: "failed to detect release: ") { return .releaseDetection }
    if line.starts(with: "failed to detect noop change: ") { return .releaseDetection }
    if line.starts(with: "fetch other tags and check if the commit is present") {
      return .fetchTags
    }
    if line.starts(with: "fetch failed with ") { return .fetchFailed }
    return .unrecognised
  }

  private static func kindAfterB(_ line: ByteView) -> LineKind {
    if line.starts(with: "bisecting cause commit starting from") { return .start }
    if line.starts(with: "bisecting fixing commit since") { return .start }
    if line.starts(with: "building syzkaller on") { return .buildingSyzkaller }
    if line.starts(with: "bisection is inconclusive, the first ") { return .inconclusive }
    return .unrecognised
  }

  private static func kindAfterHash(_ line: ByteView) -> LineKind {
    guard let rest = line.after("# ") else { return .unrecognised }
    if let arguments = rest.after("git bisect ") {
      return arguments.starts(with: "start ") ? .gitStart : .gitVerdict
    }
    return .unrecognised
  }

  private static func otherKind(_ line: ByteView) -> LineKind {
    switch line[0] {
    case UInt8(ascii: "e"): kindAfterE(line)
    case UInt8(ascii: "p"): kindAfterP(line)
    case UInt8(ascii: "d"): kindAfterD(line)
    case UInt8(ascii: "s") where line.starts(with: "searching for "): .start
    case UInt8(ascii: "n") where line.starts(with: "no existing result, test the revision"):
      .guiltyCommitCheck
    case UInt8(ascii: "u") where line.starts(with: "unable to determine the verdict: "):
      .verdictUndetermined
    case UInt8(ascii: "R") where line.starts(with: "Reproducer flagged being flaky"): .flakyNotice
    case UInt8(ascii: "H") where line.starts(with: "HEAD had kernel build, boot or test errors"):
      .endMessage
    case UInt8(ascii: "o") where line.starts(with: "oldest tested release already had the bug"):
      .endMessage
    default: .unrecognised
    }
  }

  private static func kindAfterE(_ line: ByteView) -> LineKind {
    if line.starts(with: "error: ") { return .error }
    if line.starts(with: "ensuring issue is reproducible") { return .ensureReproducible }
    if line.starts(with: "expected 1 merge base, got ") { return .mergeBase }
    return .unrecognised
  }

  private static func kindAfterP(_ line: ByteView) -> LineKind {
    if line.starts(with: "picked [") { return .pickedReleases }
    if line.starts(with: "previous signature:") { return .signaturePair }
    if line.starts(with: "parent  signature:") { return .signaturePair }
    if let rest = line.after("parent commit "), rest.ends(with: " wasn't tested") {
      return .parentUntested
    }
    return .unrecognised
  }

  private static func kindAfterD(_ line: ByteView) -> LineKind {
    if line.starts(with: "determining the merge base between ") { return .mergeBase }
    if line.starts(with: "determine whether the revision contains") { return .guiltyCommitCheck }
    return .unrecognised
  }
}
