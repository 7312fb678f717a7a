import BisectionLog

/// The frame and the file that a crash report points at.
public struct Guilt: Sendable {
  /// The frame; nil where none was found.
  public var frame: FramePlace?
  /// The file; nil where none was found.
  public var file: String?
  /// Stacks in order of interest, the most telling first, each with the reason.
  public var candidates: [Candidate] = []

  /// A place in a report's stacks.
  public struct FramePlace: Hashable, Sendable {
    /// The index of the stack.
    public var stack: Int
    /// The index of the frame in it.
    public var frame: Int

    /// A frame of a stack.
    public init(stack: Int, frame: Int) {
      self.stack = stack
      self.frame = frame
    }
  }

  /// A stack worth reading and why.
  public struct Candidate: Sendable {
    /// The index of the stack.
    public var stack: Int
    /// Why, in a few words: `it holds the locks`.
    public var reason: String
    /// The frame to start at.
    public var frame: Int

    /// A stack worth reading.
    public init(stack: Int, reason: String, frame: Int) {
      self.stack = stack
      self.reason = reason
      self.frame = frame
    }
  }

  /// Nothing found.
  public init() {}

  /// Finds the guilty frame and file of a report; `text` is what the report's ranges lie in.
  public init(of report: CrashReport, in text: SourceText) {
    self.init()
  }
}

/// Whether a frame says little about a bug: sanitizers, locking primitives, entry code.
public struct FrameClasses: Sendable {
  /// The class of a frame.
  public enum FrameClass: String, Sendable {
    /// Part of the story.
    case telling
    /// A helper that many stacks share.
    case generic
    /// How the kernel was entered.
    case entry
  }

  /// The classes that come with the program.
  public static let standard = FrameClasses()

  /// The class of a function as printed.
  public func frameClass(ofFunction function: String) -> FrameClass { .telling }
}
