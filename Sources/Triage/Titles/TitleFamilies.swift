/// How the crash titles of a log relate to the crash it set out to bisect.
public struct TitleFamilies: Sendable {
  /// Each distinct title with its family, in the order of first appearance.
  public var members: [Member] = []
  /// The family nearest to the original crash among each step's crashes, by the index of the step;
  /// nil for a step that never crashed.
  public var stepFamilies: [TitleFamily?] = []

  /// A title and its family.
  public struct Member: Sendable {
    /// The title as printed.
    public var title: String
    /// How it relates to the original crash.
    public var family: TitleFamily
    /// `A` for the original crash's titles, `a` for renamed ones, then `B`, `C`, … for each
    /// foreign group, and `*` for groups after `Z`.
    public var letter: Character
    /// The line where it is first, from 1.
    public var line: Int
    /// How many runs crashed with it.
    public var runs: Int

    /// A member of a family.
    public init(title: String, family: TitleFamily, letter: Character, line: Int, runs: Int) {
      self.title = title
      self.family = family
      self.letter = letter
      self.line = line
      self.runs = runs
    }
  }

  /// No titles.
  public init() {}

  /// The title of another bug that most runs of a log crashed with; nil if none did.
  var mainForeignTitle: String? {
    // Of equal ones the first that was seen.
    members.filter { $0.family == .foreign }.max { $0.runs < $1.runs }?.title
  }

  /// The entry of a title; nil if the log never shows it in a crash.
  public func member(titled title: String) -> Member? {
    members.first { $0.title == title }
  }
}

/// How a title relates to the crash that a log set out to bisect.
public enum TitleFamily: String, Sendable {
  /// Seen on the original commit.
  case original
  /// Another name of the same crash: same function or same kind.
  case renamed
  /// Another bug.
  case foreign
}
