/// One frame as it stands in a line, before it has a place in a stack.
struct FrameLine {
  /// The function as printed.
  var function: ByteView
  /// The offset into the function, in bytes.
  var offset: UInt64?
  /// The size of the function, in bytes.
  var size: UInt64?
  var file: TextRange?
  var line: Int?
  var inlined = false
  var reliable = true
  var module: TextRange?
  var register: TextRange?
  var address: TextRange?
  var form = FrameForm.call
  /// The function that was called from it; 32-bit arm prints both in a line.
  var callee: ByteView?

  /// A frame of which only the function is known.
  init(function: ByteView) { self.function = function }

  /// The frame as a value at a place.
  func frame(index: Int, logLine: Int) -> Frame {
    var frame = Frame(index: index, function: function.range, logLine: logLine)
    frame.offset = offset
    frame.size = size
    frame.file = file
    frame.line = line
    frame.inlined = inlined
    frame.reliable = reliable
    frame.module = module
    frame.register = register
    frame.address = address
    frame.callee = callee?.range
    frame.form = form
    return frame
  }
}

/// What the rest of a line behind a frame is.
enum FrameEnd {
  /// Nothing follows.
  case complete
  /// Something follows that belongs to no frame.
  case trailing
}
