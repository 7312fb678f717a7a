/// Undoes `format=flowed` (RFC 3676): a line that ends in a blank continues in the next one.
enum FlowedText {
  /// The text with its lines as they were before they were wrapped.
  static func unflowed(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var openDepth: Int?
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      var text = line.last == 0x0D ? line.dropLast() : line
      let depth = text.prefix { $0 == UInt8(ascii: ">") }.count
      let content = text.dropFirst(depth)
      if let open = openDepth, open == depth, !content.elementsEqual(Array("-- ".utf8)) {
        // Blanks before the content were stuffed.
        text = content.first == 0x20 ? content.dropFirst() : content
        if result.last == 0x0A { result.removeLast() }
      } else if depth == 0, text.first == 0x20 {
        text = text.dropFirst()
      }
      result += text
      result.append(0x0A)
      let flows = text.last == 0x20 && !content.elementsEqual(Array("-- ".utf8))
      openDepth = flows ? depth : nil
    }
    if result.last == 0x0A { result.removeLast() }
    return result
  }
}
