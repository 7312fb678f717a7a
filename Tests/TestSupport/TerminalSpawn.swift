import Glibc

/// Starts a program as the leader of a session of its own, with a controlling terminal.
struct TerminalSpawn {
  /// The name of the terminal's device.
  var terminal: String
  /// Files in place of the terminal.
  var standardInput: String?
  var standardOutput: String?
  /// Signals that do not reach it.
  var blockedSignals: [Int32] = []

  /// POSIX_SPAWN_SETSID, which the headers hide without _GNU_SOURCE.
  private static let newSession: Int32 = 0x80

  func start(
    _ arguments: [String], environment: [String: String?]
  ) -> (process: pid_t, code: Int32) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that a leader of a session opens becomes its controlling terminal.
    posix_spawn_file_actions_addopen(&actions, 2, terminal, O_RDWR, 0)
    if let standardInput {
      posix_spawn_file_actions_addopen(&actions, 0, standardInput, O_RDONLY, 0)
    } else {
      posix_spawn_file_actions_adddup2(&actions, 2, 0)
    }
    if let standardOutput {
      posix_spawn_file_actions_addopen(
        &actions, 1, standardOutput, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    } else {
      posix_spawn_file_actions_adddup2(&actions, 2, 1)
    }
    var attributes = attributes()
    defer { posix_spawnattr_destroy(&attributes) }
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] =
      Self.lines(environment).map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    var process: pid_t = 0
    let code = posix_spawn(
      &process, arguments.first ?? "", &actions, &attributes, &words, &variables)
    return (process, code)
  }

  /// All other signals as a fresh program has them.
  private func attributes() -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var all = sigset_t()
    sigfillset(&all)
    var blocked = sigset_t()
    sigemptyset(&blocked)
    for signal in blockedSignals { sigaddset(&blocked, signal) }
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    let flags = Self.newSession | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
    posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: flags))
    return attributes
  }

  private static func lines(_ changes: [String: String?]) -> [String] {
    var variables = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    let inherited = [
      "LD_LIBRARY_PATH", "HOME", "LLVM_PROFILE_FILE", "ASAN_OPTIONS", "TSAN_OPTIONS",
    ]
    for name in inherited {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    for (name, value) in changes { variables[name] = value }
    return variables.map { "\($0.key)=\($0.value)" }
  }
}
