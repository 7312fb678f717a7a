import Screen

extension Model {
  /// Applies a message and returns the effects to carry out.
  package mutating func update(_ message: Message) -> [Effect] {
    let effects = react(to: message)
    settlePanes()
    return effects
  }

  private mutating func react(to message: Message) -> [Effect] {
    switch message {
    case .input(let event): return receive(event)
    case .found(let entries):
      list.add(entries)
      list.isComplete = false
      dialogue.hits?.isComplete = false
      focusAtStart()
      seekResumed(among: entries)
      return openSelected()
    case .settled(let results):
      settle(results)
      if list.isWorthArranging { list.arrange() }
      selectResumed()
      return openSelected()
    case .complete:
      list.isComplete = true
      desk.focusIsChosen = true
      countNamesakes()
      list.arrange()
      endResuming()
      return openSelected()
    case .changed(let ids): return filesChanged(ids)
    case .gone(let ids): return filesGone(ids)
    case .changesMissed: return reload(missed: true)
    case .reloaded(let findings): return take(findings)
    case .beginning(let beginning):
      selection.beginning = beginning
      return []
    case .opened(let log, let id):
      take(log, id: id)
      restorePanes(of: id)
      return lookUps() + prefetching
    case .recorded(let events, let own): return take(events, own: own)
    case .notRecorded(let problem):
      status = Status(problem, .error)
      return []
    case .hits(let found, let pattern, let files, let unreadable, let isComplete):
      take(
        found, pattern: pattern, files: files, unreadable: unreadable, isComplete: isComplete)
      return []
    case .kernel(let news): return take(news)
    case .parts(let news, let log):
      return take(news, log: log)
    case .listed(let entry, let isNew): return show(entry, isNew: isNew)
    case .report(let status):
      self.status = status
      return []
    }
  }

  /// One log needs no list; of several the first may be found alone.
  private mutating func focusAtStart() {
    guard resuming == nil else { return }
    if list.entries.count == 1 {
      desk.focus = .timeline
      desk.focusIsChosen = false
    } else if !desk.focusIsChosen {
      desk.focus = .logs
      desk.focusIsChosen = true
    }
  }

  private mutating func receive(_ event: InputEvent) -> [Effect] {
    if case .resize = event {} else { desk.focusIsChosen = true }
    switch event {
    case .key(let key):
      status = nil
      resuming = nil
      return press(key)
    case .paste(let text): return paste(text)
    case .mouse(let mouse): return handle(mouse)
    case .resize(let size):
      self.size = size
      return []
    case .terminate, .hangUp: return [.quit]
    case .wake, .timeout: return []
    }
  }

  private mutating func press(_ key: Key) -> [Effect] {
    switch dialogue.mode {
    case .browsing: return browse(key)
    case .prompt(let prompt): return type(key, in: prompt)
    case .menu(let menu): return choose(key, in: menu)
    case .hits: return browseHits(key)
    case .help(let top): return readHelp(key, top: top)
    }
  }

  private mutating func browse(_ key: Key) -> [Effect] {
    let keys = dialogue.pendingKeys + [key]
    switch settings.keymap.meaning(of: keys) {
    case .prefix:
      dialogue.pendingKeys = keys
      return []
    case .action(let action):
      dialogue.pendingKeys = []
      return perform(action)
    case .nothing:
      if dialogue.pendingKeys.isEmpty {
        status = Status("\(KeyName.text(of: key)) does nothing here; ? shows all keys", .dim)
      }
      dialogue.pendingKeys = []
      return []
    }
  }

  /// Keeps every cursor and window inside what its pane shows.
  private mutating func settlePanes() {
    desk.arrangement.hidden.remove(desk.focus)
    guard let layout else { return settleUnseenPanes() }
    for pane in Pane.allCases {
      guard let place = layout.panes[pane], let room = layout.interior(of: pane) else {
        desk.settled[pane] = nil
        continue
      }
      if pane == .logs { desk.states[.logs, default: PaneState()].cursor = list.selectedRow ?? 0 }
      let source = self.source(of: pane, at: place, hasBorder: layout.hasBorders)
      guard desk.settled[pane]?.source != source else { continue }
      var state = source.state
      let content = self.content(of: pane, width: room.width - 1)
      state.settle(count: content.rowCount, height: room.height)
      show(row: state.cursor, of: content, in: room.height, &state)
      desk.states[pane] = state
      desk.settled[pane] = SettledPane(
        source: self.source(of: pane, at: place, hasBorder: layout.hasBorders),
        content: pane == .logs || state != source.state ? nil : content)
    }
  }

  /// Keeps every cursor inside its pane while the window is too small to show any: keys do their work
  /// all the same.
  private mutating func settleUnseenPanes() {
    for pane in Pane.allCases {
      let count = content(of: pane, width: Layout.minimum.columns).rowCount
      if pane == .logs { desk.states[pane, default: PaneState()].cursor = list.selectedRow ?? 0 }
      desk.states[pane, default: PaneState()].settle(count: count, height: 0)
    }
  }

  /// Scrolls so far that a row is seen to its end, or as much of it as fits.
  private func show(
    row: Int, of content: any PaneContent, in height: Int, _ state: inout PaneState
  ) {
    guard row < content.rowCount else { return }
    let own = content.height(of: row)
    var top = row
    var left = height - own
    while top > state.top {
      left -= content.height(of: top - 1)
      guard left >= 0 else { break }
      top -= 1
    }
    state.top = max(state.top, top)
    let hidden = state.top == row ? max(0, own - height) : 0
    state.skipped = max(0, min(state.skipped, hidden))
  }
}
