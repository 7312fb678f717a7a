import Glibc

/// The content of one input, unpacked.
package struct Input: Sendable {
  /// Where it came from.
  package let path: InputPath
  /// The bytes, after unpacking.
  package let bytes: [UInt8]
  /// How it was packed; nil if it was not.
  package let compression: Compression?

  /// Reads a file, a pipe, or standard input (`-`).
  ///
  /// - Throws: ``InputError`` if it cannot be read, is empty, no text, or longer than the limits.
  package static func read(
    _ path: InputPath, limits: InputLimits = .standard
  ) throws(InputError) -> Input {
    do throws(InputProblem) {
      let descriptor = try openForReading(path)
      defer { if descriptor != STDIN_FILENO { close(descriptor) } }
      let raw = try readAll(descriptor, limit: limits.file) { beginning throws(InputProblem) in
        guard
          Compression(magic: beginning) != nil || looksLikeText(TextEncoding.utf8(of: beginning))
        else { throw Archive(beginning).map { .archive($0.rawValue) } ?? .binary }
      }
      return try Input(path: path, raw: raw, limits: limits)
    } catch {
      throw InputError(path: path, problem: error)
    }
  }

  /// The first bytes of a file, cut after a line; nil if it is packed, not text, or not a file.
  package static func beginning(of path: InputPath, limit: Int = 1 << 16) -> [UInt8]? {
    guard path != .standardInput, let descriptor = try? openForReading(path) else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    guard (try? readPiece(descriptor, room: limit, onto: &bytes)) != nil,
      Compression(magic: bytes) == nil, looksLikeText(bytes),
      let end = bytes.lastIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    return Array(bytes[...end])
  }

  /// Unpacks bytes that were read from somewhere.
  package init(
    path: InputPath, raw: [UInt8], limits: InputLimits = .standard
  ) throws(InputProblem) {
    let compression = Compression(magic: raw)
    let unpacked = try compression?.unpack(raw, limit: limits.unpacked) ?? raw
    guard !unpacked.isEmpty else { throw .empty }
    if let archive = Archive(unpacked) { throw .archive(archive.rawValue) }
    let bytes = TextEncoding.utf8(of: unpacked)
    guard looksLikeText(bytes) else { throw .binary }
    self.path = path
    self.bytes = bytes
    self.compression = compression
  }
}

/// The archives that hold several files, recognised by their first bytes.
private enum Archive: String {
  case zip, tar

  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .zip
    } else if bytes.count > 262, bytes[257..<262].elementsEqual(Array("ustar".utf8)) {
      self = .tar
    } else {
      return nil
    }
  }
}

/// Whether bytes are text as far as their beginning shows.
///
/// A log may hold a stray control character, so only a beginning with more than one in ten is refused.
func looksLikeText(_ bytes: [UInt8]) -> Bool {
  let count = min(bytes.count, 4096)
  var odd = 0
  for index in 0..<count {
    let byte = bytes[index]
    // Between the bell and the carriage return, and the escape, are what a console prints.
    if byte < 0x20, byte &- 0x07 > 6, byte != 0x1B { odd &+= 1 }
  }
  return odd &* 10 <= count
}
