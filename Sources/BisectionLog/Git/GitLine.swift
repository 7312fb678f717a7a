/// Classifies the lines that git itself prints (git's `bisect.c` and `builtin/bisect.c`).
enum GitLine {
  /// The kind of a line of git's output; ``LineKind/unrecognised`` where git has no such line.
  static func kind(of line: ByteView) -> LineKind {
    switch line[0] {
    case Ascii.openBracket:
      return isCandidate(line) ? .candidate : .unrecognised
    case UInt8(ascii: "B"):
      return line.starts(with: "Bisecting: ") ? .bisecting : .unrecognised
    case UInt8(ascii: "w"):
      return kindOfWarning(line)
    case UInt8(ascii: "s"):
      return line.starts(with: "status: waiting for ") ? .gitStatus : .unrecognised
    case let first where Ascii.isHexDigit(first):
      return kindAfterHash(line)
    default:
      return isMessage(line) ? .gitMessage : isStatus(line) ? .gitStatus : .unrecognised
    }
  }

  /// Whether a line is `[HASH] subject`.
  static func isCandidate(_ line: ByteView) -> Bool {
    let rest = line.dropping(1)
    guard line[0] == Ascii.openBracket, let hash = rest.leadingHash() else { return false }
    return rest[hash.count] == Ascii.closeBracket
  }

  /// The hash of `HASH is the first bad commit`, with any term, quoted or not.
  static func firstBad(_ line: ByteView) -> ByteView? {
    guard let hash = line.leadingHash() else { return nil }
    guard let rest = line.dropping(hash.count).after(" is the first ") else { return nil }
    return rest.ends(with: " commit") ? hash : nil
  }

  private static func kindAfterHash(_ line: ByteView) -> LineKind {
    guard let hash = line.leadingHash() else { return .unrecognised }
    let rest = line.dropping(hash.count)
    if firstBad(line) != nil { return .firstBad }
    if rest[0] == Ascii.slash, rest.contains(" is a merge base") { return .mergeBase }
    if rest.starts(with: " was both ") { return .gitMessage }
    return .unrecognised
  }

  private static func kindOfWarning(_ line: ByteView) -> LineKind {
    if line.starts(with: "warning: unable to access '") { return .gitAccessWarning }
    if line.starts(with: "warning: the merge base between ") { return .gitWarning }
    return .unrecognised
  }

  private static func isMessage(_ line: ByteView) -> Bool {
    switch line[0] {
    case UInt8(ascii: "T"): isMessageAfterT(line)
    case UInt8(ascii: "W"):
      line.starts(with: "We cannot bisect more!") || line.starts(with: "We continue anyway.")
    case UInt8(ascii: "S"):
      line.starts(with: "So we cannot be sure the first ")
        || line.starts(with: "Some ") && line.contains(" revs are not ancestors of the ")
        || line.starts(with: "Some good revs are not ancestors of the bad rev")
    case UInt8(ascii: "g"): line.starts(with: "git bisect cannot work properly in this case.")
    case UInt8(ascii: "M"): line.starts(with: "Maybe you mistook ")
    case UInt8(ascii: "N"): line.starts(with: "No testable commit found.")
    default: false
    }
  }

  private static func isMessageAfterT(_ line: ByteView) -> Bool {
    line.starts(with: "There are only 'skip'ped commits left to test.")
      || line.starts(with: "The first ") && line.contains("commit could be any of:")
      || line.starts(with: "The merge base ")
      || line.starts(with: "This means the bug has been fixed between ")
  }

  private static func isStatus(_ line: ByteView) -> Bool {
    switch line[0] {
    case UInt8(ascii: "P"): line.starts(with: "Previous HEAD position was ")
    case UInt8(ascii: "H"): line.starts(with: "HEAD is now at ")
    case UInt8(ascii: "S"): line.starts(with: "Switched to branch ")
    case UInt8(ascii: "A"): line.starts(with: "Already on '")
    case UInt8(ascii: "Y"): line.starts(with: "Your branch is ")
    case UInt8(ascii: "N"): line.starts(with: "Note: ")
    default: false
    }
  }
}
