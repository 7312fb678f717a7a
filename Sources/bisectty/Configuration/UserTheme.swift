import Screen
import Workbench

/// A theme that a person has made: a theme of the program with some roles changed.
struct UserTheme: Hashable, Sendable {
  /// What it is made from.
  var base = BuiltInTheme.terminal
  /// The roles that look otherwise.
  var styles: [Role: Style] = [:]

  /// A theme that changes nothing yet.
  init() {}

  /// The theme in the colours that a terminal with so many has.
  ///
  /// Without colours a role keeps its own attributes; one that has nothing but colours looks as in the
  /// theme without colours.
  func theme(for depth: ColorDepth) -> Theme {
    var theme = base.theme(for: depth)
    for (role, style) in styles {
      if depth != .none {
        theme[role] = style
      } else if !style.attributes.isEmpty {
        theme[role] = Style(attributes: style.attributes)
      }
    }
    return theme
  }
}
