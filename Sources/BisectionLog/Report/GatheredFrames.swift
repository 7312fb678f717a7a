/// The last frames of a stack, before they are given to it.
///
/// How many a stack has is known only at its end; then it gets memory for just so many.
struct GatheredFrames {
  /// The stack that they belong to; nil if there are none.
  private(set) var stack: Int?
  /// How many the stack had before.
  private var start = 0
  private var frames: [Frame] = []

  /// How many are gathered at most, so that they stay in the processor's cache.
  private static let limit = 64

  /// None yet.
  init() { frames.reserveCapacity(Self.limit) }

  /// Whether the stack has to get them before there can be more.
  @inline(__always) var isFull: Bool { frames.count >= Self.limit }

  /// Begins with those of a stack that has some already.
  mutating func begin(_ stack: Int, at start: Int) {
    self.stack = stack
    self.start = start
  }

  /// Adds a frame that is in a line.
  @inline(__always)
  mutating func append(_ frame: consuming Frame, line: Int) {
    frame.index = start &+ frames.count
    frame.logLine = line
    frames.append(frame)
  }

  /// Moves all gathered frames to their stack.
  mutating func settle(in stack: inout Stack) {
    if let first = frames.first, let last = frames.last {
      let lines = min(stack.lines.lowerBound, first.logLine)
      stack.lines = lines..<max(stack.lines.upperBound, last.logLine + 1)
    }
    stack.frames += frames
    frames.removeAll(keepingCapacity: true)
    self.stack = nil
  }
}
