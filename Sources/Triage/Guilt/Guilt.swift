import BisectionLog

/// The frame and the file that a crash report points at.
public struct Guilt: Sendable {
  /// The frame; nil if none was found.
  public var frame: FramePlace?
  /// The guilty function as titles name it: without suffixes and what wraps a system call.
  public var function: String?
  /// The file; nil if none was found.
  public var file: String?
  /// The title that the report alone gives, after syzkaller's rules; nil if it announces nothing.
  public var derivedTitle: String?
  /// Why the report cannot be relied on; nil if it can.
  public var corruption: Corruption?
  /// Stacks in order of interest, the most telling first, each with the reason.
  public var candidates: [Candidate] = []

  /// Whether the report cannot be relied on, by syzkaller's rules.
  public var isCorrupted: Bool { corruption != nil }

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

  /// Why a report cannot be relied on.
  public enum Corruption: String, Sendable {
    /// The line that announces the crash lacks what must follow it.
    case bodyMissing = "the report that its headline announces is missing"
    /// The line itself is damaged or only follows a crash.
    case headlineDamaged = "its headline is damaged or replaces another one"
    /// No frame names the crash.
    case noFrame = "no frame shows where it crashed"
    /// It has no stack.
    case noStack = "it has no stack"
    /// A stack is announced and has no frame.
    case emptyStack = "a stack has no frames"
    /// A timestamp is in the middle of the title.
    case mixedTitle = "another line is mixed into its title"
    /// The machine's console broke off.
    case disconnected = "the console was lost"
  }

  /// Nothing found.
  public init() {}

  /// Finds the guilty frame and file of a report; `text` is what the report's ranges lie in.
  ///
  /// - Parameters:
  ///   - report: the report.
  ///   - text: what the report's ranges lie in.
  ///   - title: the title where another one is known than the report's own.
  ///   - depth: whether only the frame and the file are wanted, or also how far to rely on the report
  ///     and what else to read. The derived title is found where the report has no other.
  public init(
    of report: CrashReport, in text: SourceText, title: String? = nil, depth: Depth = .reasons
  ) {
    self.init()
    let known = title ?? report.title.map(text.string)
    let trail = ReportTrail(report, text)
    let verdict = Verdict(trail)
    if depth == .reasons || known == nil { derivedTitle = verdict?.title }
    let search = FrameSearch(trail: trail, verdict: verdict)
    (frame, function) = search.guilty(title: known)
    file = GuiltyFile.find(in: trail, title: known ?? derivedTitle ?? "")
    guard depth == .reasons else { return }
    corruption = verdict?.corruption
    candidates = StackRanking(trail: trail, guilty: frame).list
  }
}
