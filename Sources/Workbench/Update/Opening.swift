import BisectionLog
import Triage

extension Model {
  /// Asks for the selected log where it is not open yet.
  mutating func openSelected() -> [Effect] {
    guard opened == nil || opened?.id != list.selected else { return [] }
    close()
    guard let entry = list.selectedEntry else { return [] }
    if case .failed = entry.state { return [] }
    return [.open(id: entry.id)]
  }

  /// What makes the neighbours of the opened log ready.
  var prefetching: [Effect] {
    guard opened?.id == list.selected, let row = list.selectedRow else { return [] }
    let neighbours = [row + 1, row - 1].compactMap { row -> Int? in
      guard list.rows.indices.contains(row), case .log(let id) = list.rows[row],
        list.entries[id].summary != nil
      else { return nil }
      return id
    }
    return neighbours.isEmpty ? [] : [.prefetch(neighbours)]
  }

  /// Closes the opened log.
  private mutating func close() {
    selection.opened = nil
    reader = nil
    kernel.awaited = nil
    kernel.ranking = nil
    stack.rows = StackRows()
    stack.registers = nil
    stack.showsLastReport = false
    stack.revealed = []
    stack.followedFile = nil
    for pane in Pane.allCases where pane != .logs { desk.states[pane] = PaneState() }
  }

  /// Shows the selected log and moves the cursors to its most important rows.
  mutating func take(_ log: OpenedLog?, id: Int) {
    if selection.beginning?.id == id { selection.beginning = nil }
    guard list.selected == id else { return }
    if let opened, opened.id == id { return takeAnew(log, shown: opened) }
    selection.opened = log
    stack.nextCandidate = 0
    selection.visitedSuspect = nil
    countNamesakes()
    guard let log else { return }
    settleAgain(log)
    refold()
    let step = log.assessment.suspect?.step ?? culpritStep(of: log)
    let row = step.flatMap(log.timelineRow) ?? log.timeline.firstIndex(where: \.isSelectable) ?? 0
    desk.states[.timeline, default: PaneState()].cursor = row
    goToGuiltyRow()
    goToAwaitedLine()
  }

  /// Updates the list entry of a file that changed since it was listed.
  mutating func settleAgain(_ log: OpenedLog) {
    guard list.entries.indices.contains(log.id), let known = list.entries[log.id].digest,
      known != log.digest
    else { return }
    settle([(log.id, .read(log.digest, log.summary))])
    status = Status("The file has changed since it was listed", .notice)
  }

  /// Counts how many logs of the list name the opened log's culprit.
  mutating func countNamesakes() {
    let culprit = opened.flatMap { opened in
      opened.log.culprit.map { opened.log.string($0.commit) }
    }
    selection.namesakes = culprit.flatMap { list.culprits[$0] } ?? 0
  }

  /// The step that tested the culprit.
  func culpritStep(of log: OpenedLog) -> Int? {
    guard let culprit = log.log.culprit else { return nil }
    let commit = log.log.string(culprit.commit)
    return log.log.steps.lastIndex { log.log.string($0.commit) == commit }
  }

  /// Rebuilds the rows of the stack pane and keeps the frame under the cursor.
  mutating func refold() {
    let place = selectedFrame
    makeStackRows()
    if let place { goToRow(of: place) }
  }

  /// Shows a frame where it is folded with others.
  mutating func reveal(_ place: Guilt.FramePlace) {
    guard let row = stack.rows.row(of: place), stack.rows[row].place == nil else { return }
    stack.revealed.insert(place)
    makeStackRows()
  }

  private mutating func makeStackRows() {
    guard let opened = reported else {
      stack.rows = StackRows()
      return
    }
    // The usual ones were made while the log was read.
    stack.rows =
      stack.revealed.isEmpty && !stack.isUnfolded
      ? opened.foldedRows
      : StackFolding(log: opened.log, guilt: opened.guilt, files: opened.culpritFiles)
        .rows(folding: !stack.isUnfolded, revealed: stack.revealed)
  }

  /// The frame under the cursor of the stack pane.
  var selectedFrame: Guilt.FramePlace? { stackRow?.place }

  /// The row under the cursor of the stack pane, or the one to come back to from the registers.
  var stackRow: StackRow? {
    let row = (stack.registers?.frames ?? desk.states[.stack])?.cursor ?? 0
    return stack.rows.indices.contains(row) ? stack.rows[row] : nil
  }

  /// Moves the stack pane's cursor to a frame, or to the row it is folded into, with the stack's
  /// opener at the top where there is room.
  mutating func goToRow(of place: Guilt.FramePlace) {
    closeRegisters()
    guard let row = stack.rows.row(of: place) else { return }
    let heading = stack.rows.row(ofHeading: place.stack) ?? row
    desk.states[.stack, default: PaneState()].cursor = row
    desk.states[.stack, default: PaneState()].top = heading
  }

  /// The step under the timeline's cursor; nil on a row without a test.
  var selectedStep: Int? {
    guard let opened else { return nil }
    let row = desk.states[.timeline]?.cursor ?? 0
    return opened.timeline.indices.contains(row) ? opened.timeline[row].step : nil
  }
}
