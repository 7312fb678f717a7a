/// The lines of a text while it is being read.
///
/// Lines count from 0 here, as indices into ``BisectionLog/lineKinds``.
struct Lines {
  private let base: UnsafePointer<UInt8>
  private let starts: UnsafeBufferPointer<UInt32>
  private let byteCount: Int

  /// How many lines there are.
  @inline(__always) var count: Int { starts.count }

  /// The line at an index without LF or CR LF; empty if there is none.
  @inline(__always)
  subscript(index: Int) -> ByteView {
    guard UInt(bitPattern: index) < UInt(bitPattern: starts.count) else {
      return ByteView(base: base, start: byteCount, count: 0)
    }
    let start = Int(starts[index])
    var end = index &+ 1 < starts.count ? Int(starts[index &+ 1]) : byteCount
    if end > start, base[end &- 1] == Ascii.lineFeed { end &-= 1 }
    if end > start, base[end &- 1] == Ascii.carriageReturn { end &-= 1 }
    return ByteView(base: base, start: start, count: end &- start)
  }

  /// The text from the start of one line to the end of another, without the last line end.
  func range(from first: Int, through last: Int) -> TextRange {
    TextRange(self[first].start..<max(self[first].start, self[last].end))
  }

  /// Any piece of the text.
  func view(_ range: TextRange) -> ByteView {
    let offsets = range.offsets.clamped(to: 0..<byteCount)
    return ByteView(base: base, start: offsets.lowerBound, count: offsets.count)
  }

  /// Passes the lines of a text to `body`.
  static func withLines<Result>(of text: SourceText, _ body: (Lines) -> Result) -> Result {
    text.bytes.withUnsafeBufferPointer { bytes in
      text.lineStarts.withUnsafeBufferPointer { starts in
        // An empty array may have no address; any valid one will do, as nothing is read there.
        let nothing: StaticString = "nothing"
        let base = bytes.baseAddress ?? nothing.utf8Start
        return body(Lines(base: base, starts: starts, byteCount: bytes.count))
      }
    }
  }

  private init(base: UnsafePointer<UInt8>, starts: UnsafeBufferPointer<UInt32>, byteCount: Int) {
    self.base = base
    self.starts = starts
    self.byteCount = byteCount
  }
}
