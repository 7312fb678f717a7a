import BisectionLog
import Testing

/// A frame is packed, which must lose nothing.
@Suite struct FrameValueTests {
  @Test func aFrameOfWhichNothingIsKnownSaysNothing() {
    let frame = Frame(index: 3, function: TextRange(start: 0, count: 0), logLine: 7)
    #expect(frame.index == 3)
    #expect(frame.function == TextRange(start: 0, count: 0))
    #expect(frame.logLine == 7)
    #expect(frame.offset == nil && frame.size == nil)
    #expect(frame.file == nil && frame.line == nil)
    #expect(frame.module == nil && frame.register == nil)
    #expect(frame.address == nil && frame.callee == nil)
    #expect(!frame.inlined && frame.reliable)
    #expect(frame.form == .call)
  }

  @Test func everyPartIsKeptBesideTheOthers() {
    let frame = full(number: 5)
    #expect(frame.offset == 5 && frame.size == 6)
    #expect(frame.line == 7)
    #expect(frame.index == 8 && frame.logLine == 9)
    #expect(ranges(of: frame) == (10...14).map { TextRange(start: $0, count: 5) })
    #expect(frame.inlined && !frame.reliable)
    #expect(frame.form == .state)
  }

  @Test func everyPartCanBeTakenBack() {
    var frame = full(number: 5)
    (frame.offset, frame.size, frame.line) = (nil, nil, nil)
    (frame.file, frame.module, frame.register) = (nil, nil, nil)
    (frame.address, frame.callee) = (nil, nil)
    (frame.inlined, frame.reliable) = (false, true)
    let parts: [Any?] = [frame.offset, frame.size, frame.line] + ranges(of: frame)
    #expect(parts.allSatisfy { $0 == nil })
    #expect(!frame.inlined && frame.reliable)
    #expect(frame.index == 8 && frame.logLine == 9)
  }

  @Test func zeroIsNotNothing() {
    var frame = Frame(index: 0, function: TextRange(start: 0, count: 0), logLine: 0)
    (frame.offset, frame.size, frame.line) = (0, 0, 0)
    frame.file = TextRange(start: 0, count: 0)
    #expect(frame.offset == 0 && frame.size == 0 && frame.line == 0)
    #expect(frame.file == TextRange(start: 0, count: 0))
  }

  @Test func theGreatestValuesOfATextFit() {
    let end = UInt32(SourceText.byteLimit)
    var frame = Frame(
      index: Int(end), function: TextRange(start: 0, count: end), logLine: Int(end))
    (frame.offset, frame.size) = (.max, .max)
    frame.file = TextRange(start: end, count: 0)
    frame.line = Int(UInt32.max) - 1
    #expect(frame.index == Int(end) && frame.logLine == Int(end))
    #expect(frame.function.count == end)
    #expect(frame.offset == .max && frame.size == .max)
    #expect(frame.file == TextRange(start: end, count: 0))
    #expect(frame.line == Int(UInt32.max) - 1)
  }

  @Test func whatCannotBeIsTheNearestThatCan() {
    var frame = Frame(index: -1, function: TextRange(start: 0, count: 0), logLine: .max)
    #expect(frame.index == 0 && frame.logLine == Int(UInt32.max))
    for (line, kept) in [(Int.max, Int(UInt32.max) - 1), (Int(UInt32.max), Int(UInt32.max) - 1)] {
      frame.line = line
      #expect(frame.line == kept)
    }
    frame.line = -1
    #expect(frame.line == 0)
  }

  @Test func hugeNumbersInAReportAreRead() throws {
    let text = SourceText(
      Array(
        """
        BUG: KASAN: use-after-free in lamp_on+0x1/0x2
        Call Trace:
         lamp_on+0x123456789abcdef0/0x4000000000000002 lamp.c:99999999999
         lamp_off+0x11112222333344445555/0xffffffffffffffff lamp.c:4294967294

        """.utf8))
    let frames = try #require(CrashReport(parsing: text).stacks.first { $0.kind == .callTrace })
      .frames
    #expect(frames.map(\.offset) == [0x1234_5678_9ABC_DEF0, .max])
    #expect(frames.map(\.size) == [0x4000_0000_0000_0002, .max])
    #expect(frames.map(\.line) == [4_294_967_294, 4_294_967_294])
    #expect(frames.map { text.string($0.function) } == ["lamp_on", "lamp_off"])
  }

  @Test func aReflectionNamesTheParts() {
    let labels = Mirror(reflecting: full(number: 1)).children.compactMap(\.label)
    #expect(labels.first == "index" && labels.last == "logLine" && labels.count == 14)
  }

  /// A frame of which everything is known.
  private func full(number: UInt32) -> Frame {
    func range(_ offset: UInt32) -> TextRange { TextRange(start: number + offset, count: number) }
    var frame = Frame(index: Int(number) + 3, function: range(0), logLine: Int(number) + 4)
    (frame.offset, frame.size) = (UInt64(number), UInt64(number) + 1)
    frame.line = Int(number) + 2
    (frame.file, frame.module, frame.register) = (range(5), range(6), range(7))
    (frame.address, frame.callee) = (range(8), range(9))
    (frame.inlined, frame.reliable, frame.form) = (true, false, .state)
    return frame
  }

  private func ranges(of frame: Frame) -> [TextRange?] {
    [frame.file, frame.module, frame.register, frame.address, frame.callee]
  }
}
