import Screen

/// A screen, and what each part of it was drawn from, so that the next one draws only what differs.
package struct DrawnScreen: Sendable {
  /// The whole screen.
  package let screen: ScreenBuffer
  /// The screen without what lies over the panes.
  let panes: ScreenBuffer
  let sources: [Pane: PaneSource]
  let layout: Layout
  let hints: HintsSource?

  /// Whether parts of it can stay on a screen of a layout; now and then it is drawn anew, which
  /// releases characters that are no longer shown.
  fileprivate func fits(_ layout: Layout, _ size: ScreenSize) -> Bool {
    self.layout == layout && panes.size == size && panes.clusterCount < 1000
  }
}

/// What decides the key hints of the last row.
struct HintsSource: Hashable, Sendable {
  let focus: Pane
  let knowsKernel: Bool
  /// How often the keys have changed.
  let keys: Int
}

extension Model {
  /// The screen for this state, as it follows another one; the cells are those of ``render()``.
  package func draw(after last: DrawnScreen?) -> DrawnScreen? {
    guard let layout else { return nil }
    return draw(layout, after: last.flatMap { $0.fits(layout, size) ? $0 : nil }, isAhead: false)
  }

  /// The part of the screen that can be drawn before the selected log is read: the panes that show
  /// a log keep the cells of the one before; nil if there is no such screen.
  package func drawAhead(of last: DrawnScreen?) -> DrawnScreen? {
    guard let layout, let last, last.fits(layout, size) else { return nil }
    return draw(layout, after: last, isAhead: true)
  }

  private func draw(_ layout: Layout, after known: DrawnScreen?, isAhead: Bool) -> DrawnScreen {
    let canvas = Canvas(theme: settings.theme, glyphs: settings.glyphs)
    var screen = known?.panes ?? ScreenBuffer(size: size)
    screen.cursor = nil
    screen.fill(layout.header, style: .plain)
    HeaderView(model: self).draw(in: layout.header, canvas, &screen)
    if !layout.tabs.isEmpty {
      screen.fill(layout.tabs, style: .plain)
      TabsView(model: self).draw(in: layout.tabs, canvas, &screen)
    }
    var sources: [Pane: PaneSource] = [:]
    for pane in Pane.allCases {
      guard let place = layout.panes[pane] else { continue }
      if isAhead, pane != .logs {
        sources[pane] = known?.sources[pane]
        continue
      }
      let source = source(of: pane, at: place, hasBorder: layout.hasBorders)
      sources[pane] = source
      guard known?.sources[pane] != source else { continue }
      screen.fill(place, style: .plain)
      PaneView(model: self, pane: pane, hasBorder: layout.hasBorders).draw(
        in: place, canvas, &screen)
    }
    let hints = hintsSource
    if hints == nil || known?.hints != hints {
      screen.fill(layout.footer, style: .plain)
      FooterView(model: self).draw(in: layout.footer, canvas, &screen)
    }
    return DrawnScreen(
      screen: withOverlay(screen, canvas), panes: screen, sources: sources, layout: layout,
      hints: hints)
  }

  /// What decides the last row while it shows hints; nil while it shows something else.
  private var hintsSource: HintsSource? {
    if case .prompt = dialogue.mode { return nil }
    guard status == nil else { return nil }
    return HintsSource(focus: desk.focus, knowsKernel: kernel.isThere, keys: $settings)
  }

  /// The panes with what lies over them.
  private func withOverlay(_ panes: ScreenBuffer, _ canvas: Canvas) -> ScreenBuffer {
    var screen = panes
    switch dialogue.mode {
    case .hits:
      if let hits = dialogue.hits { HitsView(model: self, hits: hits).draw(size, canvas, &screen) }
    case .help(let top): HelpView(keymap: settings.keymap, top: top).draw(size, canvas, &screen)
    case .menu(let menu): MenuView(menu: menu).draw(size, canvas, &screen)
    case .browsing where !dialogue.pendingKeys.isEmpty:
      PendingKeysView(keymap: settings.keymap, pressed: dialogue.pendingKeys).draw(
        size, canvas, &screen)
    case .prompt(let prompt):
      if let completion = prompt.completion {
        CompletionView(completion: completion).draw(size, canvas, &screen)
      }
    case .browsing: break
    }
    return screen
  }
}
