/// The words by which people name a part of the kernel, in paths and in the subjects of commits.
enum PathWords {
  /// The words of a path in small letters, without those that name no part in particular.
  static func of(_ path: String) -> [String] {
    path.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
      .filter { !common.contains($0) }
  }

  /// The words before the last colon of a subject: `net: sctp: fix a leak` names `sctp`.
  static func ofSubject(_ subject: String) -> [String] {
    guard let colon = subject.lastIndex(of: ":") else { return [] }
    return of(String(subject[..<colon]))
  }

  /// Whether two words name the same part: alike, or one the beginning of the other.
  static func agree(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    guard one.utf8.count > 3, other.utf8.count > 3 else { return false }
    return one.hasPrefix(other) || other.hasPrefix(one)
  }

  /// Words of half the kernel.
  private static let common: Set<String> = [
    "net", "fs", "kernel", "mm", "drivers", "core", "lib", "include", "block", "char", "init",
    "arch", "x86", "linux", "main", "common", "base", "file", "c", "h", "s", "v4", "and", "the",
    "of", "for", "fix", "use", "add", "sys",
  ]
}
