import ChildProcess
import Glibc

/// The signals that ask the program to end, for a command that first completes its files.
struct EndingSignals {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  private let thread: pthread_t?

  /// From now on such a signal cancels, on any thread; the first one is enough.
  init(cancelling cancellation: Cancellation) {
    // Threads that start later inherit the mask, so that only the waiting one gets the signals.
    var set = Self.set
    pthread_sigmask(SIG_BLOCK, &set, nil)
    thread = Worker.start {
      var (set, signal) = (Self.set, Int32(0))
      sigwait(&set, &signal)
      cancellation.cancel()
    }
  }

  /// Restores the default action of the signals.
  func restore() {
    if let thread {
      // The waiting thread would take signals that are meant for what comes now.
      pthread_kill(thread, SIGINT)
      pthread_join(thread, nil)
    }
    var set = Self.set
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  private static var set: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    return set
  }

  /// Ends the program as an interrupt would have.
  static func end() throws -> Never {
    try StandardOutput.shared.flush()
    var set = Self.set
    signal(SIGINT, SIG_DFL)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    raise(SIGINT)
    exitProcess(.wanting)
  }
}
