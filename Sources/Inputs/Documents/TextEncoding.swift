/// Turns the encodings in which texts arrive into UTF-8.
enum TextEncoding {
  /// The text in UTF-8: by its byte order mark, else by the name of its character set.
  ///
  /// What is in UTF-8 or in an encoding that is not known stays as it is.
  static func utf8(of bytes: [UInt8], charset: String? = nil) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isBigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isBigEndian: true) }
    switch charset {
    case "utf-16le": return utf16(bytes[...], isBigEndian: false)
    case "utf-16", "utf-16be": return utf16(bytes[...], isBigEndian: true)
    case "iso-8859-1", "iso-8859-15", "windows-1252", "latin1": return latin1(bytes)
    default: return bytes
    }
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func latin1(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else {
        result += [0xC0 | byte >> 6, 0x80 | byte & 0x3F]
      }
    }
    return result
  }
}
