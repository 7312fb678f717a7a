import Reviews

/// The name under which the session of a set of logs is kept.
struct SessionName: Hashable, Sendable {
  /// The name of its file.
  let file: String

  /// The name for the logs that some paths lead to, in any order; nil if there are none.
  ///
  /// The paths should be absolute, so that the name is the same from every directory.
  init?(paths: [String]) {
    guard !paths.isEmpty else { return nil }
    let joined = Set(paths).sorted().joined(separator: "\0")
    let digest = ContentDigest(of: Array(joined.utf8))
    file = String("\(digest)".prefix(32)) + ".json"
  }
}
