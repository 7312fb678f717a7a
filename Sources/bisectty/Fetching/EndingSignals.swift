import ChildProcess
import Glibc

/// The signals that ask the program to end, for a command that first brings its files in order.
enum EndingSignals {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// From now on such a signal cancels, on any thread; the first one is enough.
  static func cancel(_ cancellation: Cancellation) {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    // Threads that start later have the mask, too, so that only the waiting one gets the signals.
    pthread_sigmask(SIG_BLOCK, &set, nil)
    let thread = Worker.start {
      var (set, signal) = (sigset_t(), Int32(0))
      sigemptyset(&set)
      for signal in signals { sigaddset(&set, signal) }
      sigwait(&set, &signal)
      cancellation.cancel()
    }
    if let thread { pthread_detach(thread) }
  }

  /// Ends the program as an interrupt would have.
  static func end() throws -> Never {
    try StandardOutput.shared.flush()
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGINT)
    signal(SIGINT, SIG_DFL)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    raise(SIGINT)
    exitProcess(.wanting)
  }
}
