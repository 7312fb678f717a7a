/// Asks a terminal to copy a text to the clipboard (xterm's control sequences, OSC 52).
struct ClipboardRequest {
  /// Longer texts are not sent: terminals cut them or drop them silently.
  static let mostBytes = 74_994
  /// The bytes to send.
  let sequence: String

  /// The request for a text, or nil if it is too long.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count <= Self.mostBytes else { return nil }
    sequence = "\u{1b}]52;c;\(Self.base64(bytes))\u{07}"
  }

  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Base 64 with padding (RFC 4648 section 4).
  static func base64(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    var start = 0
    while start < bytes.count {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        let digit = digits[value >> (18 - 6 * place) & 63]
        text.append(place <= group.count ? digit : UInt8(ascii: "="))
      }
      start += 3
    }
    return String(decoding: text, as: UTF8.self)
  }
}
