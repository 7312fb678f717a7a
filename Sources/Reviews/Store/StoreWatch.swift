import Glibc

/// Reports writes to a store, through `inotify(7)`, so that nobody has to poll.
///
/// Writes on another machine are not reported, nor does SQLite's write-ahead log work across
/// machines.
package final class StoreWatch: Sendable {
  private let descriptor: Int32
  /// The name of the database in its folder; the names of its logs begin with it.
  private let file: [UInt8]

  /// Watches the store in an open file; nil if the system has no watch to give.
  package init?(_ path: String) {
    descriptor = inotify_init1(Int32(IN_CLOEXEC))
    // Commits go to a log beside the database, which comes and goes with the programs that have the
    // store open; so it is the folder that is watched. A write to the log comes before readers may
    // see it; what is changed then is the time of the database (see ``OpenStore``).
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? "."
    file = Array(path[(slash.map(path.index(after:)) ?? path.startIndex)...].utf8)
    guard descriptor >= 0 else { return nil }
    guard inotify_add_watch(descriptor, folder, UInt32(IN_MODIFY | IN_ATTRIB)) >= 0 else {
      close(descriptor)
      return nil
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Waits, without using the processor, until the store was written to; returns false if it is
  /// gone.
  package func waitForWriting() -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
      while true {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        if Self.tell(of: file, UnsafeRawBufferPointer(rebasing: buffer[..<count])) { return true }
      }
    }
  }

  /// Whether any of some events, as the kernel writes them, is about a file or one whose name begins
  /// with its name, or may have been: events are dropped when too many wait.
  static func tell(of file: [UInt8], _ events: UnsafeRawBufferPointer) -> Bool {
    let head = MemoryLayout<inotify_event>.size
    var place = 0
    while place + head <= events.count {
      let event = events.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
      place += head
      let name = events[place..<min(place + Int(event.len), events.count)]
      if event.mask & UInt32(IN_Q_OVERFLOW) != 0 || name.starts(with: file) { return true }
      place += Int(event.len)
    }
    return false
  }
}
