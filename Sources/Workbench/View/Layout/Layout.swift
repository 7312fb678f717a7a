import Screen

/// The positions of everything on a screen of a size.
package struct Layout: Hashable, Sendable {
  /// The panes that are shown, each with its place, border included.
  package var panes: [Pane: Rect] = [:]
  /// The borders that can be moved, each two cells thick.
  package var borders: [PaneArrangement.Border: Rect] = [:]
  /// Whether panes have borders; without, the header shows tabs.
  package var hasBorders = true
  /// The row above.
  package var header = Rect(row: 0, column: 0, height: 0, width: 0)
  /// The row with the tabs; empty if panes are side by side.
  package var tabs = Rect(row: 0, column: 0, height: 0, width: 0)
  /// The row below.
  package var footer = Rect(row: 0, column: 0, height: 0, width: 0)

  /// The smallest screen that is worked on; below it the program shows what it needs.
  package static let minimum = ScreenSize(rows: 12, columns: 50)

  /// What decides a layout beside the size.
  package struct Request: Hashable, Sendable {
    /// The pane that has the keys.
    package var focus: Pane
    /// Whether it has the whole screen.
    package var zoomed: Bool
    /// Whether there are several logs to choose from.
    package var hasList: Bool
    /// Whether the raw text is where the stack is otherwise.
    package var showsRawText: Bool
    /// What was moved and hidden.
    package var arrangement: PaneArrangement

    /// Request for a layout.
    package init(
      focus: Pane, zoomed: Bool, hasList: Bool, showsRawText: Bool,
      arrangement: PaneArrangement = PaneArrangement()
    ) {
      self.arrangement = arrangement
      self.focus = focus
      self.zoomed = zoomed
      self.hasList = hasList
      self.showsRawText = showsRawText
    }
  }

  /// The layout for a size; nil below ``minimum``.
  package static func fitting(_ size: ScreenSize, _ wishes: Request) -> Layout? {
    guard size.rows >= minimum.rows, size.columns >= minimum.columns else { return nil }
    var layout = Layout()
    layout.header = Rect(row: 0, column: 0, height: 1, width: size.columns)
    layout.footer = Rect(row: size.rows - 1, column: 0, height: 1, width: size.columns)
    let body = Rect(row: 1, column: 0, height: size.rows - 2, width: size.columns)
    let isLarge = size.columns >= 100 && size.rows >= 28
    if wishes.zoomed || !isLarge {
      layout.hasBorders = false
      layout.tabs = Rect(row: 1, column: 0, height: 1, width: size.columns)
      layout.panes[wishes.focus] = Rect(
        row: 2, column: 0, height: size.rows - 3, width: size.columns)
    } else {
      let columns =
        !wishes.hasList
        ? withoutList(in: body, wishes)
        : size.columns >= 170 ? threeColumns(in: body, wishes) : twoColumns(in: body, wishes)
      layout.place(columns, in: body, wishes.arrangement)
    }
    return layout
  }

  /// The cells of a pane inside its border.
  package func interior(of pane: Pane) -> Rect? {
    panes[pane].map { hasBorders ? $0.inset() : $0 }
  }

  private static func twoColumns(in body: Rect, _ wishes: Request) -> [LayoutColumn] {
    let left = max(44, min(60, body.width / 3))
    let logs = max(8, body.height * 2 / 5)
    let results = max(5, body.height / 6)
    let timeline = (body.height - results) * 11 / 20
    return [
      LayoutColumn(width: left, [(.logs, logs), (.culprit, body.height - logs)]),
      LayoutColumn(
        width: body.width - left,
        [
          (.timeline, timeline), (.results, results),
          (wishes.lower, body.height - timeline - results),
        ]),
    ]
  }

  private static func threeColumns(in body: Rect, _ wishes: Request) -> [LayoutColumn] {
    let left = max(48, body.width / 4)
    let middle = (body.width - left) / 2
    let timeline = body.height * 2 / 3
    let culprit = body.height / 2
    return [
      LayoutColumn(width: left, [(.logs, body.height)]),
      LayoutColumn(
        width: middle, [(.timeline, timeline), (.results, body.height - timeline)]),
      LayoutColumn(
        width: body.width - left - middle,
        [(.culprit, culprit), (wishes.lower, body.height - culprit)]),
    ]
  }

  private static func withoutList(in body: Rect, _ wishes: Request) -> [LayoutColumn] {
    let left = max(44, body.width * 2 / 5)
    let culprit = body.height * 2 / 3
    let timeline = body.height / 2
    return [
      LayoutColumn(width: left, [(.culprit, culprit), (.results, body.height - culprit)]),
      LayoutColumn(
        width: body.width - left,
        [(.timeline, timeline), (wishes.lower, body.height - timeline)]),
    ]
  }
}

extension Layout.Request {
  /// The pane at the lower right.
  fileprivate var lower: Pane { showsRawText ? .rawText : .stack }
}
