import Glibc

/// The program on a terminal of 40 rows and 120 columns, timed from outside.
final class ProgramOnATerminal {
  private let master: Int32
  private let process: pid_t
  /// When it was started.
  private let start = ContinuousClock.now
  /// How many bytes it has sent.
  private(set) var sent = 0

  /// Starts the program with its state in an empty folder.
  init(_ arguments: [String], home: String) {
    var (terminal, slave): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 128)
    var window = winsize(ws_row: 40, ws_col: 120, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&terminal, &slave, &name, nil, &window) == 0 else {
      Benchmark.fail("no terminal can be had")
    }
    master = terminal
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    // The first terminal that a leader of a session opens becomes its controlling terminal.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    for descriptor: Int32 in [1, 2] { posix_spawn_file_actions_adddup2(&actions, 0, descriptor) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    // POSIX_SPAWN_SETSID, which the headers hide without _GNU_SOURCE.
    posix_spawnattr_setflags(&attributes, 0x80)
    let program = OtherPrograms.folder + "/bisectty"
    let variables = [
      "TERM=xterm-256color", "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "HOME=\(home)",
      "LD_LIBRARY_PATH=" + (getenv("LD_LIBRARY_PATH").map { String(cString: $0) } ?? ""),
    ]
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var environment = variables.map { strdup($0) } + [nil]
    var child: pid_t = 0
    let code = posix_spawn(&child, program, &actions, &attributes, &words, &environment)
    for text in words + environment { free(text) }
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
    close(slave)
    guard code == 0 else { Benchmark.fail("\(program) does not start, build it first") }
    process = child
  }

  /// Ends the program.
  func end() {
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    close(master)
  }

  /// How long after its start the program has sent a text; nil if it does not within a minute.
  func time(of words: String) -> Duration? {
    let wanted = Array(words.utf8)
    var seen: [UInt8] = []
    while start.duration(to: .now) < .seconds(60) {
      seen += read(within: 200)
      if seen.contains(wanted) { return start.duration(to: .now) }
    }
    return nil
  }

  /// Waits until nothing came for some milliseconds, and says how long after the start the last came.
  @discardableResult
  func settle(quiet: Int32 = 400) -> Duration {
    var last = ContinuousClock.now
    while !read(within: quiet).isEmpty { last = .now }
    return start.duration(to: last)
  }

  /// The time from a key to the first bytes of the answer; nil if there is none.
  func answer(to key: String) -> Duration? {
    let pressed = ContinuousClock.now
    _ = Array(key.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
    guard !read(within: 300).isEmpty else { return nil }
    let time = pressed.duration(to: .now)
    settle(quiet: 15)
    return time
  }

  /// The most memory it has had, in MiB.
  var peakMemory: Double { Double(number(in: "status", after: "VmHWM:")) / 1024 }

  /// How much of the processor it has used, in clock ticks.
  var ticks: Int {
    let fields = text(of: "stat").split(separator: ")").last?.split(separator: " ") ?? []
    return fields.count > 12 ? (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0) : 0
  }

  private func number(in file: String, after name: String) -> Int {
    let line = text(of: file).split(separator: "\n").first { $0.hasPrefix(name) }
    return line?.split { !$0.isNumber }.first.flatMap { Int($0) } ?? 0
  }

  private func text(of file: String) -> String {
    let descriptor = open("/proc/\(process)/\(file)", O_RDONLY | O_CLOEXEC)
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  private func read(within milliseconds: Int32) -> [UInt8] {
    var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, milliseconds) > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(master, &bytes, bytes.count)
    guard count > 0 else { return [] }
    sent += count
    return Array(bytes.prefix(count))
  }
}
