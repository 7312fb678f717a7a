/// One line of a stack.
///
/// A log of 256 MB has millions of them, so each is packed into 80 bytes that are copied as they are.
public struct Frame: Sendable {
  /// The function as printed, such as `link_path_walk.part.40`.
  public var function: TextRange
  /// The kind of line it is printed in.
  public var form = FrameForm.call
  private var marks: Marks = .reliable
  private var packedLine = PackedNumber()
  private var packedOffset: UInt64 = 0
  private var packedSize: UInt64 = 0
  private var packedFile = PackedRange()
  private var packedModule = PackedRange()
  private var packedRegister = PackedRange()
  private var packedAddress = PackedRange()
  private var packedCallee = PackedRange()
  private var packedIndex: PackedCount
  private var packedLogLine: PackedCount

  /// A frame of which only the function and the line are known.
  @inline(__always)
  public init(index: Int, function: TextRange, logLine: Int) {
    self.function = function
    packedIndex = PackedCount(index)
    packedLogLine = PackedCount(logLine)
  }

  private struct Marks: OptionSet {
    let rawValue: UInt8
    static let hasOffset = Marks(rawValue: 1)
    static let hasSize = Marks(rawValue: 2)
    static let inlined = Marks(rawValue: 4)
    static let reliable = Marks(rawValue: 8)
  }
}

extension Frame {
  /// Its place in the stack, from 0, innermost first.
  public var index: Int {
    get { packedIndex.value }
    set { packedIndex.value = newValue }
  }

  /// The offset into the function, in bytes; nil for inlined frames.
  public var offset: UInt64? {
    get { marks.contains(.hasOffset) ? packedOffset : nil }
    set {
      packedOffset = newValue ?? 0
      mark(.hasOffset, newValue != nil)
    }
  }

  /// The size of the function, in bytes.
  public var size: UInt64? {
    get { marks.contains(.hasSize) ? packedSize : nil }
    set {
      packedSize = newValue ?? 0
      mark(.hasSize, newValue != nil)
    }
  }

  /// The source file, relative to the kernel's root as a rule.
  public var file: TextRange? {
    get { packedFile.value }
    set { packedFile.value = newValue }
  }

  /// The line in the source file, from 1; a number that does not fit in 32 bits becomes the largest
  /// that does.
  public var line: Int? {
    get { packedLine.value }
    set { packedLine.value = newValue }
  }

  /// Whether the compiler inlined it into the next frame that is not inlined.
  public var inlined: Bool {
    get { marks.contains(.inlined) }
    set { mark(.inlined, newValue) }
  }

  /// Whether it is proven part of the call chain (no `?`, no `(unreliable)`).
  public var reliable: Bool {
    get { marks.contains(.reliable) }
    set { mark(.reliable, newValue) }
  }

  /// The module it belongs to.
  public var module: TextRange? {
    get { packedModule.value }
    set { packedModule.value = newValue }
  }

  /// The register that named it (`RIP`, `pc`, `lr`).
  public var register: TextRange? {
    get { packedRegister.value }
    set { packedRegister.value = newValue }
  }

  /// The address printed in brackets before the function, as old kernels do.
  public var address: TextRange? {
    get { packedAddress.value }
    set { packedAddress.value = newValue }
  }

  /// The function it had called, which 32-bit arm prints in the same line:
  /// `(lamp_dim) from (lamp_on+0xa0/0xc0)`.
  public var callee: TextRange? {
    get { packedCallee.value }
    set { packedCallee.value = newValue }
  }

  /// Its line in the log, from 1.
  public var logLine: Int {
    get { packedLogLine.value }
    set { packedLogLine.value = newValue }
  }

  private mutating func mark(_ mark: Marks, _ isSet: Bool) {
    if isSet { marks.insert(mark) } else { marks.remove(mark) }
  }
}

extension Frame: CustomReflectable {
  /// The frame's values, however they are packed.
  public var customMirror: Mirror {
    Mirror(
      self,
      children: [
        "index": index, "function": function, "offset": offset as Any, "size": size as Any,
        "file": file as Any, "line": line as Any, "inlined": inlined, "reliable": reliable,
        "module": module as Any, "register": register as Any, "address": address as Any,
        "callee": callee as Any, "form": form, "logLine": logLine,
      ], displayStyle: .struct)
  }
}

/// The kind of line a frame is printed in.
public enum FrameForm: String, Sendable {
  /// A line of its own in a call trace.
  case call
  /// After a tag on the same line, as kernels before 4.10 print the first frame of an interrupt.
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
  /// Innermost first. A run at the end that no machine frame follows is also a group.
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
