import CSpawn
import Glibc

/// Ends programs from another thread, once and for all that are given it.
package final class Cancellation: Sendable {
  /// Readable from the moment of the cancellation on; -1 where the system gave none.
  let descriptor: Int32

  /// Nothing is cancelled yet.
  package init() { descriptor = eventfd(0, event_file_flags) }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Ends what runs and what would run.
  package func cancel() { _ = eventfd_write(descriptor, 1) }

  /// Whether it was cancelled.
  package var isCancelled: Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 0) == 1
  }
}
