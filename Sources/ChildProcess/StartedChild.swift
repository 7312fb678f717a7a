import CSpawn
import Glibc

/// A program that was started, with the ends of its pipes that are read here.
struct StartedChild: ~Copyable {
  let process: pid_t
  /// What it writes comes out here; -1 where that is thrown away.
  let output: Int32
  let errors: Int32

  deinit {
    if output >= 0 { close(output) }
    if errors >= 0 { close(errors) }
  }

  /// Starts a program in a session of its own, so that it has no terminal to ask questions on and
  /// can be ended with all that it starts.
  init(_ command: ChildCommand) throws(ChildProblem) {
    let texts = [command.name] + command.arguments + command.environment.lines
    guard !texts.contains(where: { $0.utf8.contains(0) }) else { throw .notStarted(code: EINVAL) }
    let input = try Self.file(holding: command.input)
    defer { close(input) }
    let outputPipe = try Pipe(toNowhere: command.discardsOutput)
    let errorPipe = try Pipe(toNowhere: command.discardsOutput)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, outputPipe.entry, 1)
    posix_spawn_file_actions_adddup2(&actions, errorPipe.entry, 2)
    posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    if let directory = command.directory {
      posix_spawn_file_actions_addchdir_np(&actions, directory)
    }
    process = try Self.spawn(command, &actions)
    output = outputPipe.takeExit()
    errors = errorPipe.takeExit()
  }

  private static func spawn(
    _ command: ChildCommand, _ actions: inout posix_spawn_file_actions_t
  ) throws(ChildProblem) -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    sigfillset(&all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    let flags = Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)
    posix_spawnattr_setflags(&attributes, flags | spawn_in_own_session)
    var arguments: [UnsafeMutablePointer<CChar>?] =
      ([command.name] + command.arguments).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] =
      command.environment.lines.map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, command.name, &actions, &attributes, &arguments, &variables)
    guard code == 0 else { throw .notStarted(code: code) }
    return child
  }

  /// A file without a name that holds some bytes: unlike a pipe it never makes the writer wait.
  private static func file(holding bytes: [UInt8]) throws(ChildProblem) -> Int32 {
    guard !bytes.isEmpty else {
      let empty = open("/dev/null", O_RDONLY | O_CLOEXEC)
      guard empty >= 0 else { throw .notStarted(code: errno) }
      return empty
    }
    let file = memfd_create("input", memory_file_closes_on_exec)
    guard file >= 0 else { throw .notStarted(code: errno) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        let code = errno
        close(file)
        throw .notStarted(code: code)
      }
    }
    lseek(file, 0, SEEK_SET)
    return file
  }
}

/// A pipe whose ends close with the value, except for one that was taken.
private final class Pipe {
  private var exit: Int32
  let entry: Int32

  /// A pipe, or with `toNowhere` one that swallows everything and has no exit.
  init(toNowhere: Bool) throws(ChildProblem) {
    var ends: [Int32] = [-1, -1]
    if toNowhere {
      exit = -1
      entry = open("/dev/null", O_WRONLY | O_CLOEXEC)
      guard entry >= 0 else { throw .notStarted(code: errno) }
      return
    }
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw .notStarted(code: errno) }
    exit = ends[0]
    entry = ends[1]
    _ = fcntl(exit, F_SETFL, O_NONBLOCK)
  }

  deinit {
    close(entry)
    if exit >= 0 { close(exit) }
  }

  func takeExit() -> Int32 {
    defer { exit = -1 }
    return exit
  }
}
