import CNcurses
import CSpawn
import Glibc
import Screen

/// Runs a program that has the terminal for itself, as `system` does but without a shell.
@MainActor
enum ForegroundProgram {
  /// Runs it in the same job and waits for its end.
  ///
  /// The keys that interrupt and quit are for the program, the one that stops is for both.
  static func run(_ program: ChildProgram) -> ChildEnding {
    let ignored = [SIGINT, SIGQUIT].map { replaceAction(of: $0, by: SIG_IGN) }
    let stop = replaceAction(of: SIGTSTP, by: SIG_DFL)
    defer {
      for old in ignored + [stop] {
        var action = old.action
        sigaction(old.signal, &action, nil)
      }
    }
    var child: pid_t = 0
    let failure = start(program, &child)
    guard failure == 0 else { return .notStarted(reason: String(cString: strerror(failure))) }
    return waitForEnd(of: child)
  }

  private static func replaceAction(
    of signal: Int32, by handler: sighandler_t?
  ) -> (signal: Int32, action: sigaction) {
    var action = sigaction()
    var old = sigaction()
    action.__sigaction_handler.sa_handler = handler
    sigaction(signal, &action, &old)
    return (signal, old)
  }

  /// Waits for the child; a signal that asks the program to end is passed on to the child first.
  private static func waitForEnd(of child: pid_t) -> ChildEnding {
    let descriptor = process_descriptor(child)
    // Kernels before 5.3 have no such descriptor: there a signal waits for the child's own end.
    if descriptor >= 0 {
      waitForEnd(of: child, descriptor)
      close(descriptor)
    }
    return reap(child)
  }

  /// How long a child that was asked to end may take over it, in milliseconds.
  private static let patience: Int32 = 2000

  private static func waitForEnd(of child: pid_t, _ descriptor: Int32) {
    let readable = Int16(POLLIN)
    var isAsked = false
    while true {
      var sources = [
        pollfd(fd: descriptor, events: readable, revents: 0),
        pollfd(fd: SignalRelay.doorbell, events: readable, revents: 0),
      ]
      let count = poll(&sources, 2, isAsked ? patience : -1)
      if count == 0 { kill(child, SIGKILL) }
      guard count > 0 else { continue }
      if sources[0].revents != 0 { return }
      SignalRelay.answer()
      guard !isAsked, let signal = SignalRelay.endingRequest else { continue }
      isAsked = true
      kill(child, signal)
      // One that was stopped cannot end.
      kill(child, SIGCONT)
    }
  }

  private static func reap(_ child: pid_t) -> ChildEnding {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else {
        return .notStarted(reason: String(cString: strerror(errno)))
      }
    }
    let signal = status & 0x7f
    return signal == 0 ? .exited(status: status >> 8 & 0xff) : .killed(signal: signal)
  }

  private static func start(_ program: ChildProgram, _ child: inout pid_t) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/tty", O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    if let directory = program.directory {
      posix_spawn_file_actions_addchdir_np(&actions, directory)
    }
    var file: Int32 = -1
    defer { if file >= 0 { close(file) } }
    switch program.input {
    case .terminal:
      posix_spawn_file_actions_adddup2(&actions, 1, 0)
    case .bytes(let bytes):
      guard let temporary = temporaryFile() else { return errno }
      file = temporary
      writeAll(bytes, to: file)
      lseek(file, 0, SEEK_SET)
      posix_spawn_file_actions_adddup2(&actions, file, 0)
    }
    return spawn(program, &actions, &child)
  }

  private static func spawn(
    _ program: ChildProgram, _ actions: inout posix_spawn_file_actions_t, _ child: inout pid_t
  ) -> Int32 {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    sigfillset(&all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var arguments: [UnsafeMutablePointer<CChar>?] =
      ([program.name] + program.arguments).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] =
      environment(adding: program.environment).map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    return posix_spawnp(&child, program.name, &actions, &attributes, &arguments, &variables)
  }

  private static func environment(adding more: [String: String]) -> [String] {
    var lines: [String] = []
    var next = environ
    while let line = next.pointee {
      let text = String(cString: line)
      let name = text.prefix { $0 != "=" }
      if more[String(name)] == nil { lines.append(text) }
      next += 1
    }
    return lines + more.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }
}
