/// How an input is packed, determined by its first bytes and never by its name.
package enum Compression: String, Hashable, Sendable, CaseIterable, CustomStringConvertible {
  case gzip, xz, zstd

  /// The name of the format.
  package var description: String { rawValue }

  /// The format that some bytes begin with; nil if they are not packed.
  package init?(magic bytes: [UInt8]) {
    let found = Self.allCases.first { bytes.starts(with: $0.magic) }
    guard let found else { return nil }
    self = found
  }

  /// The bytes that every packed file begins with (RFC 1952, the xz file format, RFC 8878).
  private var magic: [UInt8] {
    switch self {
    case .gzip: [0x1F, 0x8B, 0x08]
    case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]
    case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
    }
  }

  /// Unpacks `packed` to at most `limit` bytes.
  func unpack(_ packed: [UInt8], limit: Int) throws(InputProblem) -> [UInt8] {
    let decoder: (any StreamDecoder)? =
      switch self {
      case .gzip: GzipDecoder()
      case .xz: XzDecoder()
      case .zstd: ZstdDecoder()
      }
    guard let decoder else { throw .system(code: 12) }
    return try decoder.decode(packed, as: self, limit: limit)
  }
}
