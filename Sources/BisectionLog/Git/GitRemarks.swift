extension GitRemark {
  /// The meaning of a line of git's messages; nil for words that carry no meaning of their own.
  init?(_ line: ByteView) {
    let reading = Self.ending(line) ?? Self.mergeBase(line) ?? Self.mistake(line)
    guard let reading else { return nil }
    self = reading
  }

  private static func ending(_ line: ByteView) -> GitRemark? {
    if line.starts(with: "There are only 'skip'ped commits left") { return .onlySkippedLeft }
    if line.contains("commit could be any of:") { return .couldBeAnyOf([]) }
    if line.starts(with: "We cannot bisect more!") { return .cannotBisectMore }
    return line.starts(with: "No testable commit found.") ? .nothingToTest : nil
  }

  private static func mergeBase(_ line: ByteView) -> GitRemark? {
    if let (bad, good) = line.after("warning: the merge base between ")?.split(at: " and [") {
      return .mergeBaseSkipped(bad: bad.range, good: hashes(in: good))
    }
    if let rest = line.after("So we cannot be sure the first "),
      let (first, second) = rest.split(at: " between ")?.tail.split(at: " and ")
    {
      return .mayLieOutside(first.range, (second.before(".") ?? second).range)
    }
    if line.starts(with: "We continue anyway.") { return .goesOn }
    if let hash = line.after("The merge base ")?.leadingHash() {
      return .mergeBaseIsBad(hash.range)
    }
    if let (first, others) = line.split(at: " between ")?.tail.split(at: " and ["),
      line.starts(with: "This means the ")
    {
      return .fixedBetween(first.range, hashes(in: others))
    }
    return nil
  }

  private static func mistake(_ line: ByteView) -> GitRemark? {
    if line.starts(with: "Some "), line.contains(" are not ancestors of ") {
      return .goodIsNoAncestor
    }
    guard let hash = line.leadingHash(), line.dropping(hash.count).starts(with: " was both ") else {
      return nil
    }
    return .bothGoodAndBad(hash.range)
  }

  /// The hashes up to the closing bracket.
  private static func hashes(in text: ByteView) -> [TextRange] {
    (text.split(at: Ascii.closeBracket)?.head ?? text).words.map(\.range)
  }
}
