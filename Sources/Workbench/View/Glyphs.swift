/// The signs that are shown beside colours, in Unicode or in ASCII.
package struct Glyphs: Hashable, Sendable {
  /// A run that crashed with a title of the original crash's family.
  package var crashed: String
  /// A run that crashed with another bug's title.
  package var foreign: String
  /// A run that passed.
  package var passed: String
  /// An inconclusive run: boot, basic test or infrastructure failed.
  package var broken: String
  /// A run whose crash was ignored.
  package var ignored: String
  /// The bar beside a row under a cursor or a guilty frame.
  package var bar: String
  /// Points at the culprit's row.
  package var culprit: String
  /// Points at the guilty frame.
  package var guilty: String
  /// Points at the suspect step.
  package var suspect: String
  /// A line across.
  package var line: String
  /// The pieces of a bar's end, the shortest first; the last one fills a column.
  package var barPieces: [String]
  /// Shows that more was cut.
  package var ellipsis: String
  /// Shows that something was cut on the left.
  package var cutLeft: String
  /// The pieces of a box: horizontal, vertical, and the corners from top left clockwise.
  package var box: Box
  /// Whether these are ASCII.
  package var isASCII: Bool

  /// The pieces of a box.
  package struct Box: Hashable, Sendable {
    /// A line across.
    package var horizontal: String
    /// A line down.
    package var vertical: String
    /// The corner at the top left.
    package var topLeft: String
    /// The corner at the top right.
    package var topRight: String
    /// The corner at the bottom right.
    package var bottomRight: String
    /// The corner at the bottom left.
    package var bottomLeft: String
  }

  /// For terminals that show UTF-8.
  package static let unicode = Glyphs(
    crashed: "●", foreign: "◆", passed: "○", broken: "×", ignored: "?", bar: "▌", culprit: "▶",
    guilty: "»",
    suspect: "!", line: "─", barPieces: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
    ellipsis: "…", cutLeft: "‹",
    box: Box(
      horizontal: "─", vertical: "│", topLeft: "╭", topRight: "╮", bottomRight: "╯",
      bottomLeft: "╰"),
    isASCII: false)

  /// For all others.
  package static let ascii = Glyphs(
    crashed: "#", foreign: "F", passed: ".", broken: "x", ignored: "?", bar: "|", culprit: ">",
    guilty: "*",
    suspect: "!", line: "-", barPieces: ["-", "="],
    ellipsis: "~", cutLeft: "<",
    box: Box(
      horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomRight: "+",
      bottomLeft: "+"),
    isASCII: true)
}
