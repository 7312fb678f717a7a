import Screen

/// What a piece of text is; a theme gives each role a look.
package enum Role: UInt8, Sendable, CaseIterable {
  case text, dim, heading, accent
  case border, focusedBorder, paneTitle, focusedPaneTitle
  case selection, inactiveSelection
  case crashed, foreign, passed, broken
  case good, bad, skip
  case supports, against
  case warning, error, notice
  case key, guilty, culpritFile, inlined
  case match, added, removed
}
