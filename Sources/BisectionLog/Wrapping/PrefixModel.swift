/// The prefix of an earlier line, by which those of most others are recognised without reading their
/// parts one by one: they differ in digits only.
struct PrefixModel {
  private var prefix: ByteView?

  /// Where the prefix of a line ends that has some shape, always the same one; nil for others.
  @inline(__always)
  mutating func end(of shape: PrefixShape, in line: ByteView) -> Int? {
    if let prefix, line.hasForm(of: prefix) { return prefix.count }
    guard let end = shape.end(in: line) else { return nil }
    // A line that is nothing but its prefix may lack the end of it.
    if end < line.count { prefix = line.prefix(end) }
    return end
  }
}

extension ByteView {
  /// Whether it begins with the bytes of a model, but for digits in place of digits, and the last word
  /// of these does not go on.
  @inline(__always)
  fileprivate func hasForm(of model: ByteView) -> Bool {
    guard count > model.count else { return false }
    let own = prefix(model.count)
    var index = 0
    while index < model.count {
      guard own.word(at: index).hasForm(of: model.word(at: index)) else { return false }
      index &+= ByteWord.width
    }
    return !PrefixShape.isOfWord(self[model.count]) || !PrefixShape.isOfWord(model.last)
  }
}
