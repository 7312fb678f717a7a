/// The bytes of a text, with the places of its lines.
///
/// Lines count from 1 and end at LF; a last line without LF is also a line. No text is longer than
/// ``byteLimit``, so that every place in it fits 32 bits.
public struct SourceText: Sendable {
  /// The longest text that is read, in bytes (just under 4 GiB).
  public static let byteLimit = Int(UInt32.max) - 1

  /// The bytes as they came.
  public let bytes: [UInt8]
  /// The offset of each line's first byte, ascending; empty for an empty text.
  ///
  /// A line of an unwrapped text can have no bytes at all.
  public let lineStarts: [UInt32]

  /// Indexes the lines of `bytes`; what exceeds ``byteLimit`` is left out.
  public init(_ bytes: [UInt8]) {
    let kept = bytes.count > Self.byteLimit ? Array(bytes[..<Self.byteLimit]) : bytes
    self.lineStarts = Self.lineStarts(of: kept)
    self.bytes = kept
  }

  /// A copy in which some lines, by index from 0, have no bytes at all, not even a line end.
  func emptying(_ isEmptied: [Bool]) -> SourceText {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var starts: [UInt32] = []
    starts.reserveCapacity(lineStarts.count)
    for index in lineStarts.indices {
      starts.append(UInt32(truncatingIfNeeded: kept.count))
      guard index >= isEmptied.count || !isEmptied[index] else { continue }
      kept += bytes[rangeWithEnd(ofLine: index + 1).offsets]
    }
    return SourceText(bytes: kept, lineStarts: starts)
  }

  private init(bytes: [UInt8], lineStarts: [UInt32]) {
    self.bytes = bytes
    self.lineStarts = lineStarts
  }

  private static func lineStarts(of bytes: [UInt8]) -> [UInt32] {
    var starts: [UInt32] = []
    starts.reserveCapacity(bytes.count / 32)
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, buffer.count > 0 else { return }
      starts.append(0)
      let text = ByteView(base: base, start: 0, count: buffer.count)
      text.forEachIndex(of: Ascii.lineFeed) { lineFeed in
        let next = lineFeed &+ 1
        if next < buffer.count { starts.append(UInt32(truncatingIfNeeded: next)) }
      }
    }
    return starts
  }

  /// How many lines there are.
  public var lineCount: Int { lineStarts.count }

  /// The bytes of a line (from 1) with its line end; empty if there is no such line.
  public func rangeWithEnd(ofLine line: Int) -> TextRange {
    guard line >= 1, line <= lineStarts.count else { return TextRange(start: 0, count: 0) }
    let start = Int(lineStarts[line - 1])
    let end = line < lineStarts.count ? Int(lineStarts[line]) : bytes.count
    return TextRange(start..<end)
  }

  /// The bytes of a line (from 1) without LF or CR LF; empty if there is no such line.
  public func range(ofLine line: Int) -> TextRange {
    let whole = rangeWithEnd(ofLine: line).offsets
    var end = whole.upperBound
    if end > whole.lowerBound, bytes[end - 1] == 0x0A { end -= 1 }
    if end > whole.lowerBound, bytes[end - 1] == 0x0D { end -= 1 }
    return TextRange(whole.lowerBound..<end)
  }

  /// The line (from 1) that holds the byte at `offset`; 0 for an empty text.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The text of a range, with bytes that are not UTF-8 replaced and LF for CR LF; a range that leaves
  /// the text is cut.
  public func string(_ range: TextRange) -> String {
    let offsets = range.offsets.clamped(to: 0..<bytes.count)
    guard hasCarriageReturn(in: offsets) else {
      return String(decoding: bytes[offsets], as: UTF8.self)
    }
    let isKept = { (place: Int) in
      bytes[place] != Ascii.carriageReturn || place + 1 >= offsets.upperBound
        || bytes[place + 1] != Ascii.lineFeed
    }
    return String(decoding: offsets.filter(isKept).map { bytes[$0] }, as: UTF8.self)
  }

  private func hasCarriageReturn(in offsets: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return false }
      let view = ByteView(base: base, start: offsets.lowerBound, count: offsets.count)
      return view.firstIndex(of: Ascii.carriageReturn) != nil
    }
  }
}
