/// The signs that stand beside colours, in Unicode or in ASCII.
public struct Glyphs: Hashable, Sendable {
  /// A run that crashed with a title of the original crash's family.
  public var crashed: String
  /// A run that crashed with another bug's title.
  public var foreign: String
  /// A run that passed.
  public var passed: String
  /// A run that says nothing: boot, basic test or infrastructure failed.
  public var broken: String
  /// A run whose crash was ignored.
  public var ignored: String
  /// The bar beside a row under a cursor or a guilty frame.
  public var bar: String
  /// Points at the culprit's row.
  public var culprit: String
  /// Points at the guilty frame.
  public var guilty: String
  /// Points at the suspect step.
  public var suspect: String
  /// A line across.
  public var line: String
  /// The pieces of a bar's end, the shortest first; the last one fills a column.
  public var barPieces: [String]
  /// Says that more was cut.
  public var ellipsis: String
  /// Says that something was cut on the left.
  public var cutLeft: String
  /// The pieces of a box: horizontal, vertical, and the corners from top left clockwise.
  public var box: Box
  /// Whether these are ASCII.
  public var isASCII: Bool

  /// The pieces of a box.
  public struct Box: Hashable, Sendable {
    /// A line across.
    public var horizontal: String
    /// A line down.
    public var vertical: String
    /// The corner at the top left.
    public var topLeft: String
    /// The corner at the top right.
    public var topRight: String
    /// The corner at the bottom right.
    public var bottomRight: String
    /// The corner at the bottom left.
    public var bottomLeft: String
  }

  /// For terminals that show UTF-8.
  public static let unicode = Glyphs(
    crashed: "●", foreign: "◆", passed: "○", broken: "×", ignored: "?", bar: "▌", culprit: "▶",
    guilty: "»",
    suspect: "!", line: "─", barPieces: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
    ellipsis: "…", cutLeft: "‹",
    box: Box(
      horizontal: "─", vertical: "│", topLeft: "╭", topRight: "╮", bottomRight: "╯",
      bottomLeft: "╰"),
    isASCII: false)

  /// For all others.
  public static let ascii = Glyphs(
    crashed: "#", foreign: "F", passed: ".", broken: "x", ignored: "?", bar: "|", culprit: ">",
    guilty: "*",
    suspect: "!", line: "-", barPieces: ["-", "="],
    ellipsis: "~", cutLeft: "<",
    box: Box(
      horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomRight: "+",
      bottomLeft: "+"),
    isASCII: true)
}
