/// A web page with more about something.
package struct Link: Hashable, Sendable {
  /// What is there, for a menu.
  package let title: String
  /// Where it is: printable ASCII only, from any input.
  package let url: String

  /// A link; `url` must be percent-encoded already.
  init(_ title: String, _ url: String) {
    self.title = title
    self.url = url
  }
}

/// Text as part of an address (RFC 3986 section 2.1): letters, digits and `-._~` stay, and `/`
/// where it is allowed.
func percentEncoded(_ text: String, keepingSlashes: Bool = false) -> String {
  let digits = Array("0123456789ABCDEF".unicodeScalars)
  var result = String.UnicodeScalarView()
  for byte in text.utf8 {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
      result.append(Unicode.Scalar(byte))
    case 0x2F where keepingSlashes: result.append("/")
    default:
      result.append("%")
      result.append(digits[Int(byte >> 4)])
      result.append(digits[Int(byte & 15)])
    }
  }
  return String(result)
}
