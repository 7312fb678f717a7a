import Glibc

/// Tells when something writes to a store, through `inotify(7)`, so that nobody has to look again and
/// again.
///
/// Writes on another machine are not told, nor does SQLite's write-ahead log work across machines.
public final class StoreWatch: Sendable {
  private let descriptor: Int32

  /// Watches the store in an open file; nil where the system has no watch to give.
  public init?(_ path: String) {
    descriptor = inotify_init1(Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    // Commits go to a log beside the database, which comes and goes with the programs that have the
    // store open; so it is the folder that is watched.
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard inotify_add_watch(descriptor, folder, UInt32(IN_MODIFY)) >= 0 else {
      close(descriptor)
      return nil
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Calls a closure whenever the store was written to, asleep in between; returns when it is gone.
  ///
  /// A commit can be read a moment after the last write of it, when no event comes any more; so each
  /// writing is told again after a while, and once more for a disk that takes its time.
  public func follow(_ tell: () -> Void) {
    var again: ArraySlice<Int32> = []
    while true {
      var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&entry, 1, again.first ?? -1)
      if ready < 0, errno == EINTR { continue }
      guard ready >= 0 else { return }
      if ready > 0 {
        guard takeEvents() else { return }
        again = Self.delays[...]
      } else {
        again.removeFirst()
      }
      tell()
    }
  }

  /// After how many milliseconds without a further write one is told again.
  private static let delays: [Int32] = [20, 200, 2000]

  private func takeEvents() -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
      while true {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        if count < 0, errno == EINTR { continue }
        return count > 0
      }
    }
  }
}
