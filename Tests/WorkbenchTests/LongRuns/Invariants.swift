import Screen

@testable import Workbench

/// What holds after every event, whatever came before.
enum Invariants {
  /// What does not hold, in words; empty if all is well.
  static func broken(in model: Model) -> [String] {
    list(model) + mode(model) + (model.layout.map { panes(model, $0) } ?? [])
  }

  private static func list(_ model: Model) -> [String] {
    var broken: [String] = []
    let list = model.list
    if let row = list.selectedRow {
      if !list.rows.indices.contains(row) { broken.append("no row \(row) of \(list.rows.count)") }
    } else if !list.rows.isEmpty {
      broken.append("no row is selected")
    }
    if let opened = model.opened, opened.id != list.selected {
      broken.append("log \(opened.id) is open, \(String(describing: list.selected)) is selected")
    }
    if Set(list.shown).count != list.shown.count { broken.append("a log is listed twice") }
    if !list.marked.allSatisfy(list.entries.indices.contains) { broken.append("a mark on no log") }
    if model.desk.places.count > 100 { broken.append("\(model.desk.places.count) places are kept") }
    return broken
  }

  private static func mode(_ model: Model) -> [String] {
    switch model.dialogue.mode {
    case .browsing, .help: []
    case .prompt(let prompt):
      (0...prompt.text.count).contains(prompt.cursor)
        ? [] : ["the cursor is at \(prompt.cursor) of “\(prompt.text)”"]
    case .menu(let menu):
      (0..<max(1, menu.visible.count)).contains(menu.cursor)
        ? [] : ["the menu's cursor is at \(menu.cursor) of \(menu.visible.count)"]
    case .hits:
      model.dialogue.hits.map { (0..<max(1, $0.hits.count)).contains($0.cursor) } == true
        ? [] : ["the cursor of the places found is outside"]
    }
  }

  private static func panes(_ model: Model, _ layout: Layout) -> [String] {
    var broken: [String] = []
    let parts = layout.panes.values + [layout.header, layout.footer, layout.tabs]
    let cells = parts.reduce(0) { $0 + $1.height * $1.width }
    if cells != model.size.rows * model.size.columns { broken.append("the panes do not tile") }
    if !model.panes.contains(model.desk.focus) {
      broken.append("\(model.desk.focus) cannot have the keys")
    }
    if layout.panes[model.desk.focus] == nil {
      broken.append("\(model.desk.focus) has the keys unseen")
    }
    for pane in layout.panes.keys {
      guard let room = layout.interior(of: pane) else { continue }
      let content = model.content(of: pane, width: room.width - 1)
      broken += window(model.desk.states[pane], content, room.height).map { "\(pane): \($0)" }
    }
    return broken
  }

  /// A cursor among the rows, and all of its row in the window where it fits.
  private static func window(
    _ state: PaneState?, _ content: any PaneContent, _ height: Int
  ) -> [String] {
    guard let state else { return ["never settled"] }
    let count = content.rowCount
    guard count > 0 else { return state.cursor == 0 && state.top == 0 ? [] : ["\(state) of none"] }
    guard (0..<count).contains(state.cursor), (0...state.cursor).contains(state.top) else {
      return ["\(state) of \(count)"]
    }
    guard height > 0, state.top < state.cursor else { return [] }
    let lines = (state.top...state.cursor).reduce(0) { $0 + content.height(of: $1) }
    return lines <= height ? [] : ["row \(state.cursor) is below the window from \(state.top)"]
  }
}
