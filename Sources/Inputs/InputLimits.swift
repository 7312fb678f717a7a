/// How much is read of one input, so that no file can exhaust the memory.
package struct InputLimits: Hashable, Sendable {
  /// The longest file, in bytes.
  package var file: Int
  /// The most that a packed file may unpack to, in bytes.
  package var unpacked: Int

  /// The limits that the program uses: hundreds of times the longest log known.
  ///
  /// Two packed files may be unpacked at once, so theirs is the lower one.
  package static let standard = InputLimits(file: 2 << 30, unpacked: 1 << 29)

  /// Sets limits.
  package init(file: Int, unpacked: Int) {
    self.file = file
    self.unpacked = unpacked
  }
}
