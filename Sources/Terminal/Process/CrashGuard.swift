import CNcurses
import Glibc

/// Restores the terminal when the process crashes: a fault, a trap of Swift, `abort`, SIGQUIT.
///
/// A stack overflow on another thread than the main one and SIGKILL cannot be guarded against.
@MainActor
enum CrashGuard {
  private static let signals = [
    SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGSYS, SIGQUIT,
  ]

  /// Remembers the terminal's line discipline as it is before ncurses changes it, and returns
  /// whether it is a terminal.
  static func remember(terminal descriptor: Int32) -> Bool {
    let state = guardedLineDiscipline ?? .allocate(capacity: 1)
    state.initialize(to: termios())
    guard tcgetattr(descriptor, state) == 0 else { return false }
    guardedLineDiscipline = state
    guardedTerminal = descriptor
    return true
  }

  /// Installs the handlers; `farewell` are the bytes that leave the screen.
  static func install(farewell: [UInt8], options: TerminalOptions) {
    guardedFarewell = copied(farewell)
    guardedFarewellCount = farewell.count
    prepareRoom()
    prepareNote(options)
    // The backtracer asks questions on the terminal; it stays only where it was asked for.
    guardedKeepsBacktracer = getenv("SWIFT_BACKTRACE") == nil ? 0 : 1
    giveMainThreadOwnSignalStack()
    var action = sigaction()
    action.__sigaction_handler.sa_sigaction = handleCrash
    action.sa_flags = Int32(SA_ONSTACK) | Int32(SA_NODEFER) | Int32(SA_SIGINFO)
    sigemptyset(&action.sa_mask)
    guard let old = guardedOldActions else { return }
    for signal in signals { sigaction(signal, &action, old + Int(signal)) }
  }

  /// Restores the previous handlers.
  static func remove() {
    guardedScreenIsUp = 0
    guard let old = guardedOldActions else { return }
    for signal in signals { sigaction(signal, old + Int(signal), nil) }
  }

  private static func prepareRoom() {
    guard guardedScratch == nil else { return }
    guardedScratch = .allocate(capacity: guardedScratchCount)
    guardedScratch?.initialize(repeating: 0, count: guardedScratchCount)
    guardedCalls = .allocate(capacity: Int(guardedCallCount))
    guardedCalls?.initialize(repeating: nil, count: Int(guardedCallCount))
    guardedOldActions = .allocate(capacity: 65)
    guardedOldActions?.initialize(repeating: sigaction(), count: 65)
    guardedDefaultAction = .allocate(capacity: 1)
    guardedDefaultAction?.initialize(to: sigaction())
    // The first call loads a library, which a handler must not do.
    if let calls = guardedCalls { _ = backtrace(calls, guardedCallCount) }
  }

  private static func prepareNote(_ options: TerminalOptions) {
    guard let path = options.crashNotePath else { return }
    guardedNotePath = strdup(path)
    guardedNoteTitle = strdup("\(options.crashNoteTitle)\ncrashed by signal ")
    guardedNoteNotice = strdup("bisectty: crashed; what is known about it is in \(path)\n")
  }

  /// A handler needs room where the stack itself ran over.
  private static func giveMainThreadOwnSignalStack() {
    var stack = stack_t()
    let size = 1 << 16
    stack.ss_sp = .allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
  }

  private static func copied(_ bytes: [UInt8]) -> UnsafeMutablePointer<UInt8> {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, bytes.count))
    copy.initialize(repeating: 0, count: max(1, bytes.count))
    for (index, byte) in bytes.enumerated() { copy[index] = byte }
    return copy
  }
}
