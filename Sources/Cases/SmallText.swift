/// A line in small letters, to be searched for several short texts.
///
/// The standard library's search prepares a table for each text that it looks for, which for a mailbox of many mails costs
/// more than all the rest.
struct SmallText {
  private let bytes: [UInt8]

  init(_ line: Substring) {
    bytes = line.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// Whether it holds a text in small letters.
  func holds(_ text: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard let first = wanted.first, bytes.count >= wanted.count else { return wanted.isEmpty }
    return (0...bytes.count - wanted.count).contains { start in
      bytes[start] == first && bytes[start..<start + wanted.count].elementsEqual(wanted)
    }
  }
}
