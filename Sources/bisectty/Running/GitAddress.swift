import ChildProcess

/// The address that a person commits under.
enum GitAddress {
  /// The `user.email` of git's settings for the current folder; nil if there is none, or if git is
  /// missing or does not answer at once.
  static func read() -> String? {
    let command = ChildCommand("git", ["config", "--get", "user.email"])
    let limits = ChildLimits(milliseconds: 1_000)
    guard let output = try? command.run(limits: limits), output.status == 0 else { return nil }
    return String(decoding: output.output.prefix { $0 != 0x0A }, as: UTF8.self)
  }
}
