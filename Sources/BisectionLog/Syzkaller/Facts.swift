extension Fact {
  /// The content of a line of some kind.
  init(_ line: ByteView, _ kind: LineKind) {
    let reading: Fact? =
      switch kind {
      case .ensureReproducible: line.lastWord.map { .reproducing(commit: $0.range) }
      case .rewrittenCommit: Self.rewritten(line)
      case .fetchFailed, .testFailed, .releaseDetection: Self.failure(line)
      case .pickedReleases: Self.pickedReleases(line)
      case .mergeBase: Self.mergeBase(line)
      case .guiltyCommitCheck: Self.guiltyCommitCheck(line)
      case .pretendCrashed: .countsAsCrashed
      case .verdictUndetermined: RunShortage(line).map { .undetermined($0) }
      case .minimisation: Minimisation(line).map { .minimisation($0) }
      case .parentUntested: Self.parentUntested(line)
      case .commitMessage: line.after("commit msg: ").map { .subject($0.range) }
      case .gitMessage, .gitWarning: GitRemark(line).map { .git($0) }
      default: nil
      }
    self = reading ?? .wordsOnly
  }

  private static func rewritten(_ line: ByteView) -> Fact? {
    guard let rest = line.after("rewritten commit "), let hash = rest.leadingHash() else {
      return nil
    }
    guard let title = rest.dropping(hash.count).after(" reidentified by title '") else {
      return nil
    }
    return .rewritten(commit: hash.range, title: (title.before("'") ?? title).range)
  }

  /// What follows the words that name the failed command.
  private static func failure(_ line: ByteView) -> Fact? {
    if let reason = line.after("fetch failed with ") { return .failed(reason: reason.range) }
    return line.split(at: ": ").map { .failed(reason: $0.tail.range) }
  }

  /// `picked [v6.4 v6.3] out of 20 release tags`; for some days of 2023 with slips of `printf`.
  private static func pickedReleases(_ line: ByteView) -> Fact? {
    guard let rest = line.after("picked ["), let (list, tail) = rest.split(at: "]") else {
      return nil
    }
    let tags = list.words.map { word in
      word.after("%!d(string=").map { ($0.before(")") ?? $0).range } ?? word.range
    }
    return .pickedReleases(
      tags: tags, total: tail.after(" out of ")?.leadingNumber()?.value)
  }

  private static func mergeBase(_ line: ByteView) -> Fact? {
    if let rest = line.after("determining the merge base between ") {
      return rest.split(at: " and ").map {
        .lookingForMergeBase(of: $0.head.range, and: $0.tail.range)
      }
    }
    if let rest = line.after("expected 1 merge base, got ") {
      return rest.leadingNumber().map { .mergeBaseCount($0.value) }
    }
    let isTested = line.ends(with: " is a merge base, check if it has the bug")
    guard let hash = line.leadingHash(), let split = line.lastSplit(at: " is a merge base") else {
      return nil
    }
    return .mergeBase(
      commit: hash.range, title: split.head.dropping(hash.count &+ 1).range, isTested: isTested)
  }

  private static func guiltyCommitCheck(_ line: ByteView) -> Fact? {
    if let hash = line.after("revision ")?.leadingHash() {
      return .crashedAndReachable(commit: hash.range)
    }
    if let hash = line.after("checking the merge base ")?.leadingHash() {
      return .checkingMergeBase(commit: hash.range)
    }
    return line.starts(with: "no existing result") ? .hasNoResultYet : nil
  }

  private static func parentUntested(_ line: ByteView) -> Fact? {
    line.after("parent commit ")?.leadingHash().map { .parentUntested(commit: $0.range) }
  }
}

extension RunShortage {
  /// `unable to determine the verdict: 3 good runs (wanted 5), for bad wanted 5 in total, got 3`.
  init?(_ line: ByteView) {
    guard let passed = line.after("unable to determine the verdict: ")?.leadingNumber(),
      let wanted = line.split(at: "good runs (wanted ")?.tail.leadingNumber(),
      let telling = line.split(at: "for bad wanted ")?.tail.leadingNumber(),
      let got = line.split(at: " in total, got ")?.tail.leadingNumber()
    else { return nil }
    self.init(
      passed: passed.value, wantedPassed: wanted.value, wantedTelling: telling.value,
      telling: got.value)
  }
}

extension ByteView {
  /// What follows the last blank; nil if that is nothing.
  var lastWord: ByteView? {
    let word = lastIndex(of: Ascii.space).map { dropping($0 &+ 1) } ?? self
    return word.isEmpty ? nil : word
  }

  /// The words between the first `[` and the `]` after it; nil if there are no brackets.
  var bracketedWords: [TextRange]? {
    split(at: Ascii.openBracket)?.tail.split(at: Ascii.closeBracket)?.head.words.map(\.range)
  }

  /// The number after some words; nil if there is none.
  func number(after words: StaticString) -> Int? {
    split(at: words)?.tail.leadingNumber()?.value
  }
}
