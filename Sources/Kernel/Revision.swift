/// A commit or tag that may be handed to git: nothing else of a log ever is.
///
/// The name is checked once, here, so that no text from outside can be taken for an option, a range
/// or another of git's expressions.
package struct Revision: Hashable, Sendable {
  /// The hash in small hexadecimal digits, 7 to 64, or the tag's name such as `v5.6-rc1`.
  package let text: String
  /// Whether it is a hash.
  package let isHash: Bool

  /// A revision as a log prints it; nil if it is neither a hash nor the name of a tag.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    isHash = (7...64).contains(bytes.count) && bytes.allSatisfy(Self.isHexadecimal)
    guard isHash || Self.isTagName(bytes) else { return nil }
    self.text = text
  }

  /// What git calls it: tags by their whole name, so that no branch is meant instead.
  package var gitName: String { isHash ? text : "refs/tags/" + text }

  /// The first twelve digits of a hash, as kernel people quote commits; a tag whole.
  package var short: String { isHash ? String(text.prefix(12)) : text }

  /// Whether two hashes are the same as far as the shorter one goes.
  package func agrees(with other: Revision) -> Bool {
    isHash && other.isHash && (text.hasPrefix(other.text) || other.text.hasPrefix(text))
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }

  /// Names of tags that need no second look: what git's own rules forbid is left out, and more.
  private static func isTagName(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, let last = bytes.last, bytes.count <= 100 else { return false }
    guard isLetterOrDigit(first), isLetterOrDigit(last) else { return false }
    var before = first
    for byte in bytes.dropFirst() {
      let isMark = [0x2E, 0x2F, 0x2B, 0x2D, 0x5F].contains(byte)
      guard isLetterOrDigit(byte) || isMark else { return false }
      // Two dots would be a range; a part may neither be empty nor begin with a dot.
      if byte == 0x2E || byte == 0x2F, before == 0x2E || before == 0x2F { return false }
      before = byte
    }
    return !bytes.starts(with: "refs/".utf8)
      && !String(decoding: bytes, as: UTF8.self).contains(".lock")
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
