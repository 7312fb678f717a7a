/// The reading state of one console context.
struct ReportThread {
  /// What printed its lines.
  let console: ConsoleContext
  /// Which of several machines, from 0.
  let machine: UInt8
  /// The stack that the next frame belongs to.
  var open: Int?
  /// The stack of the registers that old kernels print again after a trace, and that trace.
  var repeatedRegisters: (stack: Int, trace: Int)?
  /// What the next frame will begin.
  var opener: StackOpener?
  /// The trace around a part of it that ran in an interrupt.
  var around: StackOpener?
  /// What the next call trace will be.
  var pending: StackOpener?
  /// The running process, as the last header named it.
  var process = ""
  /// The stack of mentions that the thread's next line may continue, and the count of that line.
  var mentions: (stack: Int, nextCount: Int)?
  /// The count of the line after an inlined frame after a tag, which repeats the tag.
  var repeatedTagCount = 0
  /// The last line that is neither a frame nor anything known.
  var lastText: ByteView?
  /// Whether the last line announced a crash.
  var followsHeadline = false
  /// How many lines it has had.
  var lineCount = 0

  /// Nothing read yet.
  init(_ console: ConsoleContext, _ machine: UInt8) {
    self.console = console
    self.machine = machine
  }

  /// Ends the open stack and forgets what was to come.
  mutating func close() {
    open = nil
    opener = nil
    around = nil
  }
}
