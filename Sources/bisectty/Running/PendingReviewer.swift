import Dispatch
import Reviews
import Synchronization

/// The person who decides, perhaps still being found out on another thread.
///
/// Git takes some milliseconds to answer, during which the workbench can read logs already.
final class PendingReviewer: Sendable {
  private let found: Mutex<Reviewer?>
  private let isFound = DispatchSemaphore(value: 0)

  /// Somebody who is known.
  init(_ reviewer: Reviewer) {
    found = Mutex(reviewer)
    isFound.signal()
  }

  /// Somebody to find out, beginning now.
  init(findingOut find: @escaping @Sendable () -> Reviewer) {
    found = Mutex(nil)
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      let reviewer = find()
      found.withLock { $0 = reviewer }
      isFound.signal()
    }
  }

  /// Waits until the person is known.
  func wait() -> Reviewer {
    isFound.wait()
    defer { isFound.signal() }
    return found.withLock { $0 } ?? .somebody
  }
}
