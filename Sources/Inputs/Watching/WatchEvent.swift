import Glibc

/// What the kernel reports about a watched folder, as `inotify(7)` describes it.
struct WatchEvent: Hashable {
  /// The folder's number.
  var watch: Int32
  /// What happened.
  var mask: UInt32
  /// The entry it happened to; empty if it was the folder itself.
  var name: [UInt8]

  /// Whether any of some things happened.
  func has(_ flags: Int32...) -> Bool {
    flags.contains { mask & UInt32(truncatingIfNeeded: $0) != 0 }
  }

  /// The events in what was read; a piece that is cut off at the end is left out.
  static func all(in bytes: UnsafeRawBufferPointer) -> [WatchEvent] {
    let headSize = MemoryLayout<inotify_event>.size
    var events: [WatchEvent] = []
    var place = 0
    while place + headSize <= bytes.count {
      let head = bytes.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
      let start = place + headSize
      let end = start + Int(head.len)
      guard end <= bytes.count else { break }
      let name = Array(bytes[start..<end].prefix { $0 != 0 })
      events.append(WatchEvent(watch: head.wd, mask: head.mask, name: name))
      place = end
    }
    return events
  }
}
