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
    // store open; so it is the folder that is watched. A write to the log comes before readers may
    // see it; what is changed then is the time of the database (see ``OpenStore``).
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard inotify_add_watch(descriptor, folder, UInt32(IN_MODIFY | IN_ATTRIB)) >= 0 else {
      close(descriptor)
      return nil
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Waits, without using the processor, until the store was written to; says no where it is gone.
  public func waitForWriting() -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
      while true {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        if count < 0, errno == EINTR { continue }
        return count > 0
      }
    }
  }
}
