import Glibc

/// One entry of a directory.
struct DirectoryEntry {
  /// Its name in bytes.
  var name: [UInt8]
  /// Its file type if the directory contains it; nil for links and where it must be looked up.
  var kind: mode_t?

  /// The entries of an open directory that do not begin with a dot, in the system's order.
  static func all(in stream: OpaquePointer) -> [DirectoryEntry] {
    var entries: [DirectoryEntry] = []
    while let entry = readdir(stream) {
      let name = self.name(of: entry)
      guard name.first != UInt8(ascii: ".") else { continue }
      entries.append(DirectoryEntry(name: name, kind: kind(Int(entry.pointee.d_type))))
    }
    return entries
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    withUnsafeBytes(of: &entry.pointee.d_name) { raw in Array(raw.prefix { $0 != 0 }) }
  }

  private static func kind(_ type: Int) -> mode_t? {
    switch type {
    case Int(DT_REG): S_IFREG
    case Int(DT_DIR): S_IFDIR
    case Int(DT_LNK), Int(DT_UNKNOWN): nil
    case Int(DT_FIFO): S_IFIFO
    default: S_IFCHR
    }
  }
}
