import Glibc
import Screen
import Synchronization

// Set by handlers, read and cleared by the run loop. Indexed by the signal's number.
@exclusivity(unchecked) nonisolated(unsafe) private var arrivedSignals: UnsafeMutablePointer<Int32>?
@exclusivity(unchecked) nonisolated(unsafe) private var doorbellEntry: Int32 = -1
@exclusivity(unchecked) nonisolated(unsafe) private var endingSignal: Int32 = 0

/// How long a program that was asked to end may take over it, in seconds: one that waits for a
/// terminal that reads no more would never end.
private let secondsToEnd: UInt32 = 5

/// Notes the signal and rings; when the time to end is over, the process ends at once.
private func noteSignal(_ signal: Int32) {
  let savedError = errno
  if signal == SIGALRM { endAtOnce(endingSignal == 0 ? SIGALRM : endingSignal) }
  if isEnding(signal) && endingSignal == 0 {
    endingSignal = signal
    alarm(secondsToEnd)
  }
  arrivedSignals?[Int(signal)] = 1
  var byte: UInt8 = 1
  _ = write(doorbellEntry, &byte, 1)
  errno = savedError
}

private func isEnding(_ signal: Int32) -> Bool {
  signal == SIGTERM || signal == SIGHUP || signal == SIGINT
}

private func endAtOnce(_ signal: Int32) {
  leaveScreenFromHandler()
  replayErrorsFromHandler()
  _ = sigaction(signal, guardedDefaultAction, nil)
  var mask = sigset_t()
  sigemptyset(&mask)
  sigaddset(&mask, signal)
  _ = sigprocmask(SIG_UNBLOCK, &mask, nil)
  raise(signal)
}

/// Turns signals from outside into something the run loop waits for, with the calls of workers.
@MainActor
enum SignalRelay {
  private static let signals = [SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT, SIGALRM]
  private static var oldActions: [(signal: Int32, action: sigaction)] = []
  private static let wakeRequested = WakeFlag()

  /// What becomes readable when a signal or a call of a worker came.
  private(set) static var doorbell: Int32 = -1

  /// Wakes the run loop from any thread.
  static var waker: Waker {
    prepare()
    let entry = doorbellEntry
    return Waker { [wakeRequested] in
      guard wakeRequested.raise() else { return }
      var byte: UInt8 = 1
      _ = write(entry, &byte, 1)
    }
  }

  /// Installs the signal handlers, replacing those of ncurses.
  static func install() {
    prepare()
    endingSignal = 0
    var action = sigaction()
    action.__sigaction_handler.sa_handler = noteSignal
    action.sa_flags = Int32(SA_RESTART)
    sigemptyset(&action.sa_mask)
    for signal in signals {
      var old = sigaction()
      sigaction(signal, &action, &old)
      oldActions.append((signal, old))
    }
    var ignore = sigaction()
    ignore.__sigaction_handler.sa_handler = SIG_IGN
    var old = sigaction()
    sigaction(SIGPIPE, &ignore, &old)
    oldActions.append((SIGPIPE, old))
  }

  /// Restores the previous signal handlers.
  static func remove() {
    alarm(0)
    for old in oldActions {
      var action = old.action
      sigaction(old.signal, &action, nil)
    }
    oldActions = []
  }

  /// Empties the doorbell, before looking at what it rang for.
  static func answer() {
    var bytes: [UInt8] = Array(repeating: 0, count: 256)
    while read(doorbell, &bytes, bytes.count) == bytes.count {}
  }

  /// Whether a signal came since it was last asked for.
  static func take(_ signal: Int32) -> Bool {
    guard let arrived = arrivedSignals, arrived[Int(signal)] != 0 else { return false }
    arrived[Int(signal)] = 0
    return true
  }

  /// The signal that asks the program to end, where one came; it stays to be taken.
  static var endingRequest: Int32? {
    guard let arrived = arrivedSignals else { return nil }
    return [SIGTERM, SIGHUP].first { arrived[Int($0)] != 0 }
  }

  /// Whether a worker called since it was last asked for.
  static func takeWake() -> Bool { wakeRequested.lower() }

  /// The pipe lives as long as the process: a worker may call at any time.
  private static func prepare() {
    guard doorbell < 0 else { return }
    arrivedSignals = .allocate(capacity: 65)
    arrivedSignals?.initialize(repeating: 0, count: 65)
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    doorbell = ends[0]
    doorbellEntry = ends[1]
  }
}

/// Whether a worker called; calls before the run loop looked count once.
private final class WakeFlag: Sendable {
  private let raised = Atomic<Bool>(false)

  /// Raises it and returns whether it was down.
  func raise() -> Bool { !raised.exchange(true, ordering: .acquiringAndReleasing) }

  /// Lowers it and returns whether it was up.
  func lower() -> Bool { raised.exchange(false, ordering: .acquiringAndReleasing) }
}
