import Glibc
import Screen

/// Who may not do everything, for tests of what is forbidden that root runs too.
package enum Unprivileged {
  /// The user that owns nothing.
  private static let nobody: uid_t = 65534
  private static let isRoot = geteuid() == 0

  /// Does something with files as a person without the rights of root would.
  ///
  /// Only the thread's own rights change; `body` must stay on it.
  package static func reach<Result>(_ body: () throws -> Result) rethrows -> Result {
    guard isRoot else { return try body() }
    setFileUser(nobody)
    defer { setFileUser(0) }
    return try body()
  }

  /// setfsuid(2), which the module of the C library leaves out.
  private static func setFileUser(_ user: uid_t) {
    typealias Call = @convention(c) (uid_t) -> Int32
    guard let address = dlsym(nil, "setfsuid") else { return }
    _ = unsafeBitCast(address, to: Call.self)(user)
  }

  /// The arguments that run a program without the rights of root, from a place that everybody reaches.
  static func arguments(_ program: String, _ arguments: [String], home: TemporaryFolder) throws
    -> [String]
  {
    guard isRoot else { return [program] + arguments }
    let copy = home.path + "/program"
    let made = try CommandRun.run("/bin/cp", ["--", program, copy])
    guard made.status == 0, chown(home.path, nobody, nobody) == 0 else {
      throw PseudoTerminal.Failure(call: "cp \(program)", code: errno)
    }
    let change = ["--reuid=\(nobody)", "--regid=\(nobody)", "--clear-groups", "--"]
    return ["/usr/bin/setpriv"] + change + [copy] + arguments
  }
}
