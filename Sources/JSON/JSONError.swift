/// Why bytes are not a JSON text.
public struct JSONError: Error, Hashable, CustomStringConvertible {
  /// The place in the bytes, from 0.
  public var offset: Int
  /// What is wrong there, in a few words.
  public var what: String

  /// A fault in a JSON text.
  public init(offset: Int, what: String) {
    self.offset = offset
    self.what = what
  }

  /// The fault and its place, the column counting from 1.
  public var description: String { "\(what) at byte \(offset + 1)" }
}
