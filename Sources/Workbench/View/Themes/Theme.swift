import Screen

/// How each role looks.
///
/// No theme paints the terminal's background, and no role depends on colour alone; each has a
/// glyph, a letter or a word beside it.
package struct Theme: Hashable, Sendable {
  private var styles: [Style]

  /// A theme from a rule.
  package init(_ style: (Role) -> Style) {
    styles = Role.allCases.map(style)
  }

  /// How a role looks.
  package subscript(role: Role) -> Style {
    get { styles[Int(role.rawValue)] }
    set { styles[Int(role.rawValue)] = newValue }
  }
}
