/// One line of a stack.
public struct Frame: Sendable {
  /// Its place in the stack, from 0, innermost first.
  public var index: Int
  /// The function as printed, such as `link_path_walk.part.40`.
  public var function: TextRange
  /// The offset into the function, in bytes; nil for inlined frames.
  public var offset: UInt64?
  /// The size of the function, in bytes.
  public var size: UInt64?
  /// The source file, relative to the kernel's root as a rule.
  public var file: TextRange?
  /// The line in the source file, from 1.
  public var line: Int?
  /// Whether the compiler put it into the next frame that is not inlined.
  public var inlined = false
  /// Whether it is proven part of the call chain (no `?`, no `(unreliable)`).
  public var reliable = true
  /// The module it belongs to.
  public var module: TextRange?
  /// The register that named it (`RIP`, `pc`, `lr`).
  public var register: TextRange?
  /// The address printed in brackets before the function, as old kernels do.
  public var address: TextRange?
  /// The function it had called, which 32-bit arm prints in the same line:
  /// `(lamp_dim) from (lamp_on+0xa0/0xc0)`.
  public var callee: TextRange?
  /// In what kind of line it stands.
  public var form = FrameForm.call
  /// Its line in the log, from 1.
  public var logLine: Int

  /// A frame of which only the function and the line are known.
  public init(index: Int, function: TextRange, logLine: Int) {
    self.index = index
    self.function = function
    self.logLine = logLine
  }
}

/// In what kind of line a frame stands.
public enum FrameForm: String, Sendable {
  /// A line of its own in a call trace.
  case call
  /// Behind a tag on the same line, as kernels before 4.10 print the first frame of an interrupt.
  case tagged
  /// A line of a register: `RIP: 0010:f+0x1/0x2`.
  case register
  /// A line of a lock: `#0: ... at: f+0x1/0x2`.
  case lock
  /// Somewhere in a line of text.
  case mention
  /// A line about the state of a processor or register: `hardirqs last  enabled at (7237): ...`.
  case state
}

extension Frame {
  /// The function without the suffixes that compilers add: `.part.40`, `.isra.7`, `.cold.61`,
  /// `.constprop.9`, `.llvm.123`; `text` is what the frame's ranges lie in.
  public func cleanFunction(in text: SourceText) -> String {
    FunctionName.clean(text.string(function))
  }
}

extension Stack {
  /// The machine frames: each a run of inlined frames and the frame they were inlined into, as
  /// ranges of ``frames``.
  ///
  /// Innermost first. A run at the end that no machine frame follows is a group, too.
  public var machineFrames: [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = 0
    for (index, frame) in frames.enumerated() where !frame.inlined {
      groups.append(start..<index + 1)
      start = index + 1
    }
    if start < frames.count { groups.append(start..<frames.count) }
    return groups
  }
}
