import Glibc

/// The path of an input as the system names it: bytes, which need not be UTF-8.
package struct InputPath: Hashable, Sendable, Comparable {
  /// The bytes of the path, without a closing zero.
  package let bytes: [UInt8]

  /// The path for standard input.
  package static let standardInput = InputPath("-")

  /// Names a path by its bytes; what follows a zero byte is left out.
  package init(bytes: [UInt8]) {
    self.bytes = Array(bytes.prefix { $0 != 0 })
  }

  /// Names a path by its text.
  package init(_ text: String) {
    self.init(bytes: Array(text.utf8))
  }

  /// The path as text, with bytes that are not UTF-8 replaced.
  ///
  /// Control characters are left in: it is not text for a terminal.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The last component, as ``text``.
  package var name: String {
    let slash = UInt8(ascii: "/")
    let trimmed = bytes.reversed().drop { $0 == slash }.prefix { $0 != slash }
    return String(decoding: trimmed.reversed(), as: UTF8.self)
  }

  /// The bytes after the last slash.
  var lastComponent: ArraySlice<UInt8> {
    bytes.lastIndex(of: UInt8(ascii: "/")).map { bytes[($0 + 1)...] } ?? bytes[...]
  }

  /// The folder it lies in.
  var folder: InputPath {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return InputPath(".") }
    return InputPath(bytes: Array(bytes[..<max(1, slash)]))
  }

  /// Whether it lies somewhere below a folder.
  package func isBelow(_ folder: InputPath) -> Bool {
    let slash = UInt8(ascii: "/")
    guard bytes.count > folder.bytes.count, bytes.starts(with: folder.bytes) else { return false }
    return folder.bytes.last == slash || bytes[folder.bytes.count] == slash
  }

  /// Whether something has this name.
  package var isFile: Bool { withCString { access($0, F_OK) == 0 } }

  /// Orders paths by their bytes.
  package static func < (left: InputPath, right: InputPath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  /// The path of an entry of this directory.
  func appending(_ entry: [UInt8]) -> InputPath {
    let slash = UInt8(ascii: "/")
    return InputPath(bytes: bytes + (bytes.last == slash ? [] : [slash]) + entry)
  }

  /// Calls `body` with the path as a C string.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes + [0]).withUnsafeBytes { raw in
      raw.withMemoryRebound(to: CChar.self) { buffer in
        // The array always holds the closing zero, so there is a base address.
        buffer.baseAddress.map(body) ?? "".withCString(body)
      }
    }
  }
}
