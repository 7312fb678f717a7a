import BisectionLog
import Kernel
import Screen
import Triage

extension Model {
  /// Goes to one of the log's landmarks.
  mutating func jump(_ action: Action) -> [Effect] {
    guard let opened else { return [] }
    switch action {
    case .suspectStep:
      goToNextSuspect(in: opened)
    case .culpritStep:
      guard let step = culpritStep(of: opened) else {
        status = Status("No step tested the named commit", .dim)
        return []
      }
      go(toStep: step)
    case .guiltyFrame: goToCandidate(in: reported ?? opened)
    case .rawLine: toggleRawText()
    default: break
    }
    return []
  }

  /// Goes to the next of the stacks worth reading, the guilty frame first.
  private mutating func goToCandidate(in opened: OpenedLog) {
    let candidates = opened.guilt.candidates
    guard !candidates.isEmpty || opened.guilt.frame != nil else {
      status = Status("No frame is highlighted in this report", .dim)
      return
    }
    if candidates.isEmpty {
      if let frame = opened.guilt.frame { go(toFrame: frame) }
      return
    }
    let isThere = desk.focus == .stack
    if !isThere { stack.nextCandidate = 0 }
    let candidate = candidates[stack.nextCandidate % candidates.count]
    stack.nextCandidate = (stack.nextCandidate + 1) % candidates.count
    go(toFrame: Guilt.FramePlace(stack: candidate.stack, frame: candidate.frame))
    status = Status(candidate.reason, .dim)
  }

  /// Folds or unfolds what the focused pane folds: groups of logs, generic frames.
  mutating func unfold() -> [Effect] {
    if desk.focus == .logs, list.grouping != nil {
      _ = list.toggleFold()
      return openSelected()
    }
    closeRegisters()
    stack.isUnfolded.toggle()
    stack.revealed = []
    refold()
    status = Status(stack.isUnfolded ? "All frames are shown" : "Generic frames are folded", .dim)
    return []
  }

  /// Shows the logs of all groups, or hides them where all are shown.
  mutating func unfoldAll() -> [Effect] {
    guard list.grouping != nil else {
      status = Status("The logs are not grouped; = groups them", .dim)
      return []
    }
    list.toggleAllFolds()
    return openSelected()
  }

  /// Remembers where the cursor is, so that one can go back to it.
  mutating func remember() {
    guard let log = list.selected else { return }
    desk.places.append(
      Place(
        log: log, pane: desk.focus, state: focusedState,
        underRegisters: desk.focus == .stack ? stack.registers?.frames : nil))
    if desk.places.count > 100 { desk.places.removeFirst() }
  }

  /// Goes to a step in the timeline.
  mutating func go(toStep step: Int) {
    guard let row = opened?.timelineRow(ofStep: step) else { return }
    remember()
    desk.states[.timeline, default: PaneState()].cursor = row
    desk.states[.results] = PaneState()
    _ = focus(on: .timeline)
  }

  /// Goes to a frame in the stack pane.
  mutating func go(toFrame place: Guilt.FramePlace, of log: OpenedLog? = nil) {
    remember()
    if let log { showReport(last: log === opened) }
    reveal(place)
    goToRow(of: place)
    _ = focus(on: .stack)
  }

  /// Goes to a line (from 1) of the raw text.
  mutating func go(toLine line: Int) {
    remember()
    reader = nil
    _ = focus(on: .rawText)
    showRawLine(line)
  }

  /// Moves the raw text's cursor to a line (from 1), a third from the top.
  private mutating func showRawLine(_ line: Int) {
    let height = layout?.interior(of: .rawText)?.height ?? 20
    var state = desk.states[.rawText, default: PaneState()]
    state.cursor = max(0, line - 1)
    state.top = max(0, state.cursor - height / 3)
    desk.states[.rawText] = state
  }

  /// Moves the raw text's cursor to the line of the focused pane's selection.
  mutating func followSelection() {
    if reader == nil, let line = selectedLine { showRawLine(line) }
  }

  /// Shows the selection's line in the raw text, or goes back from there.
  private mutating func toggleRawText() {
    if desk.focus == .rawText, reader == nil {
      _ = goBack()
    } else if desk.focus == .stack, isOriginalShown, let line = reportLine {
      go(toReportLine: line)
    } else if let line = selectedLine {
      go(toLine: line)
    } else {
      _ = focus(on: .rawText)
    }
  }

  /// Goes back to where the last jump came from.
  mutating func goBack() -> [Effect] {
    if !dialogue.pendingKeys.isEmpty {
      dialogue.pendingKeys = []
      return []
    }
    if stopGetting() { return [.stopGetting] }
    if stopRanking() { return [.stopRanking] }
    if desk.focus == .rawText, reader != nil { closeReader() }
    if desk.focus == .stack, stack.registers != nil {
      closeRegisters()
      return []
    }
    while let place = desk.places.popLast() {
      guard place.log == list.selected else { continue }
      _ = focus(on: place.pane)
      if place.pane == .stack { showRegisters(over: place.underRegisters) }
      desk.states[place.pane] = place.state
      return []
    }
    if let id = list.selected, let origin = fetching.openedFrom.removeValue(forKey: id),
      list.select(id: origin)
    {
      return openSelected()
    }
    if desk.isZoomed {
      desk.isZoomed = false
    } else if !dialogue.search.isEmpty {
      dialogue.search = ""
    } else if desk.focus != .logs, panes.contains(.logs) {
      desk.focus = .logs
    }
    return []
  }

  /// Moves over the telling frames of the stack pane, from any pane.
  mutating func moveFrame(by step: Int) -> [Effect] {
    moveStackCursor(by: step) { row in row.place != nil }
  }

  /// Moves over the openers of the stack pane, from any pane.
  mutating func moveStack(by step: Int) -> [Effect] {
    if stack.registers != nil, desk.focus == .stack { return moveRegisters(by: step) }
    return moveStackCursor(by: step) { row in
      if case .heading = row { true } else { false }
    }
  }

  private mutating func moveStackCursor(
    by step: Int, where fits: (StackRow) -> Bool
  ) -> [Effect] {
    closeRegisters()
    var row = (desk.states[.stack]?.cursor ?? 0) + step
    while stack.rows.indices.contains(row) {
      if fits(stack.rows[row]) {
        desk.states[.stack, default: PaneState()].cursor = row
        desk.showsRawText = false
        if desk.focus == .rawText || layout?.panes[.stack] == nil { desk.focus = .stack }
        return []
      }
      row += step
    }
    status = Status(step > 0 ? "That was the last one" : "That was the first one", .dim)
    return []
  }
}
