/// Why bytes are not a JSON text.
package struct JSONError: Error, Hashable, CustomStringConvertible {
  /// The place in the bytes, from 0.
  package var offset: Int
  /// What is wrong there, in a few words.
  package var what: String

  /// A fault in a JSON text.
  package init(offset: Int, what: String) {
    self.offset = offset
    self.what = what
  }

  /// The fault and its place, the column counting from 1.
  package var description: String { "\(what) at byte \(offset + 1)" }
}
