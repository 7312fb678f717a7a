import Glibc
import Screen

/// A program that runs on a terminal of its own, which it controls through `/dev/tty`, and what it
/// draws there.
package final class PseudoTerminal {
  /// The program.
  package let process: pid_t
  /// What it shows.
  package private(set) var screen: TerminalEmulator
  /// All bytes it wrote.
  package private(set) var written: [UInt8] = []
  /// Its end, once it was seen.
  package private(set) var ending: ProgramEnding?

  private let master: Int32
  private let slave: Int32
  private let disciplineBefore: termios

  /// What a system call would not do.
  package struct Failure: Error {
    /// The call.
    package var call: String
    /// The number of the error.
    package var code: Int32
  }

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - arguments: the path of the program and its arguments.
  ///   - environment: variables beside a plain set for xterm-256color in UTF-8; nil removes one.
  ///   - standardInput: a file instead of the terminal.
  ///   - standardOutput: a file instead of the terminal.
  ///   - blockedSignals: signals that do not reach it.
  package init(
    _ arguments: [String], environment: [String: String?] = [:],
    size: ScreenSize = ScreenSize(rows: 24, columns: 80), standardInput: String? = nil,
    standardOutput: String? = nil, blockedSignals: [Int32] = []
  ) throws {
    let pair = try Self.openPair(size)
    master = pair.master
    slave = pair.slave
    disciplineBefore = pair.discipline
    screen = TerminalEmulator(size: size)
    let spawn = TerminalSpawn(
      terminal: pair.name, standardInput: standardInput, standardOutput: standardOutput,
      blockedSignals: blockedSignals)
    let result = spawn.start(arguments, environment: environment)
    guard result.code == 0 else {
      close(pair.master)
      close(pair.slave)
      throw Failure(call: "posix_spawn \(arguments.first ?? "")", code: result.code)
    }
    process = result.process
  }

  deinit {
    if ending == nil {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    if !isClosed { close(master) }
    close(slave)
  }

  private static func openPair(
    _ size: ScreenSize
  ) throws -> (master: Int32, slave: Int32, name: String, discipline: termios) {
    var master: Int32 = -1
    var slave: Int32 = -1
    var window = winsize(size)
    var name = [CChar](repeating: 0, count: 128)
    guard openpty(&master, &slave, &name, nil, &window) == 0 else {
      throw Failure(call: "openpty", code: errno)
    }
    for end in [master, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var discipline = termios()
    tcgetattr(slave, &discipline)
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return (master, slave, String(decoding: bytes, as: UTF8.self), discipline)
  }

  // MARK: Looking

  /// Waits until the screen is as wanted, and returns whether it came to that before the deadline.
  package func waitFor(
    seconds: Double = 60, _ condition: (TerminalEmulator) -> Bool
  ) -> Bool {
    let deadline = Self.now + seconds
    while !condition(screen) {
      guard Self.now < deadline else { return false }
      pump(milliseconds: 20)
    }
    return true
  }

  /// Waits for the end of the program, reading what it writes; nil if it lives on.
  package func waitForEnd(seconds: Double = 60) -> ProgramEnding? {
    if let ending { return ending }
    let deadline = Self.now + seconds
    while Self.now < deadline {
      pump(milliseconds: 5)
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        ending = ProgramEnding(status: status)
        while pump(milliseconds: 5) {}
        return ending
      }
    }
    return nil
  }

  /// Takes note of the program's end where it has ended, and returns whether it has.
  package func hasEnded() -> Bool {
    guard ending == nil else { return true }
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return false }
    ending = ProgramEnding(status: status)
    while pump(milliseconds: 5) {}
    return true
  }

  /// Waits for the end of the program while nobody reads what it writes.
  package func waitForEndWithoutReading(seconds: Double) -> ProgramEnding? {
    let deadline = Self.now + seconds
    while Self.now < deadline {
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        ending = ProgramEnding(status: status)
        return ending
      }
      poll(nil, 0, 10)
    }
    return nil
  }

  /// Waits until the program is stopped, and returns whether it came to that.
  package func waitForStop(seconds: Double = 60) -> Bool {
    let deadline = Self.now + seconds
    while Self.now < deadline {
      pump(milliseconds: 5)
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG | WUNTRACED) == process {
        if status & 0xff == 0x7f { return true }
        ending = ProgramEnding(status: status)
        return false
      }
    }
    return false
  }

  /// Whether the line discipline is as it was before the program.
  package var disciplineIsRestored: Bool {
    var now = termios()
    tcgetattr(slave, &now)
    return now.c_iflag == disciplineBefore.c_iflag && now.c_oflag == disciplineBefore.c_oflag
      && now.c_cflag == disciplineBefore.c_cflag && now.c_lflag == disciplineBefore.c_lflag
  }

  /// Waits until the line discipline is as it was before the program, and returns whether it is.
  ///
  /// A program gives back the screen before the line discipline.
  package func waitForRestoredDiscipline() -> Bool {
    waitFor { _ in disciplineIsRestored }
  }

  /// Reads what is there within a time and returns whether there was something.
  @discardableResult
  package func pump(milliseconds: Int32) -> Bool {
    guard !isClosed else { return false }
    var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, milliseconds) > 0, source.revents & Int16(POLLIN) != 0 else {
      return false
    }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = read(master, &bytes, bytes.count)
    guard count > 0 else { return false }
    written += bytes.prefix(count)
    screen.feed(bytes.prefix(count))
    return true
  }

  /// Reads until the program has nothing more to say for a while.
  package func pumpUntilQuiet(milliseconds: Int32 = 150) {
    while pump(milliseconds: milliseconds) {}
  }

  /// Forgets what was written up to now, which a long session could not keep.
  package func forgetWritten() { written = [] }

  // MARK: Acting

  /// Types.
  package func send(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      // A program that writes while it is written to must not be kept waiting.
      while pump(milliseconds: 0) {}
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Types while nobody reads what the program writes; at most what the system keeps for it.
  package func sendWithoutReading(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  /// Sends the program a signal.
  package func signal(_ number: Int32) { kill(process, number) }

  /// Gives the window another size.
  package func resize(rows: Int, columns: Int) {
    let size = ScreenSize(rows: rows, columns: columns)
    var window = winsize(size)
    screen.resize(to: size)
    _ = ioctl(master, UInt(TIOCSWINSZ), &window)
  }

  /// Shows what the terminal had still to read when its window changed.
  package func show(leftover text: String) { screen.feed(text.utf8) }

  /// Closes the window, as when the terminal program ends.
  package func closeTerminal() {
    guard !isClosed else { return }
    isClosed = true
    close(master)
  }

  private var isClosed = false

  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// How a program ended.
package enum ProgramEnding: Hashable, Sendable {
  /// By itself.
  case exited(Int32)
  /// By a signal.
  case killed(Int32)

  init(status: Int32) {
    let signal = status & 0x7f
    self = signal == 0 ? .exited(status >> 8 & 0xff) : .killed(signal)
  }
}

extension winsize {
  init(_ size: ScreenSize) {
    self.init(
      ws_row: UInt16(clamping: size.rows), ws_col: UInt16(clamping: size.columns), ws_xpixel: 0,
      ws_ypixel: 0)
  }
}

extension PseudoTerminal: CustomReflectable {
  /// Nothing: a test that fails describes what it expected it of, and all cells and bytes would take
  /// minutes.
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
