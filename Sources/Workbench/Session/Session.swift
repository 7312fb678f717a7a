/// What comes back when the same logs are opened again.
package struct Session: Hashable, Sendable {
  /// The path of the selected log; nil if none was.
  package var log: String?
  /// The pane that had the keys.
  package var focus = Pane.logs
  /// Whether it had the whole screen.
  package var isZoomed = false
  /// Whether the raw text was where the stack is otherwise.
  package var showsRawText = false
  /// Whether generic frames were shown.
  package var isUnfolded = false
  /// The panes whose long lines were wrapped; nil if that is not known.
  package var wrapped: Set<Pane>?
  /// The states of the panes of the selected log.
  package var states: [Pane: PaneState] = [:]
  /// The filter as typed.
  package var filter = ""
  /// How the logs were sorted.
  package var sort = LogSort.doubt
  /// Whether the last came first.
  package var isReversed = false
  /// What they were grouped by.
  package var grouping: LogGrouping?
  /// The groups whose logs were not shown, by what they share.
  package var folded: [String?] = []
  /// How borders were moved and which panes were hidden.
  package var arrangement = PaneArrangement()

  /// A new session.
  package init() {}
}

extension Model {
  /// What is to come back the next time; nil while the last time is still coming back.
  package var session: Session? {
    guard resuming == nil else { return nil }
    var session = Session()
    session.log = list.selectedEntry?.path
    session.focus = desk.focus
    session.isZoomed = desk.isZoomed
    session.showsRawText = desk.showsRawText
    session.isUnfolded = stack.isUnfolded
    session.wrapped = desk.wrapped
    session.states = desk.states.filter { $0.key != .logs }
    if let registers = stack.registers { session.states[.stack] = registers.frames }
    session.filter = filter.text
    session.sort = list.sort
    session.isReversed = list.isReversed
    session.grouping = list.grouping
    session.folded = list.foldedGroups
    session.arrangement = desk.arrangement
    return session
  }

  /// Continues a session; to be called before there are logs.
  ///
  /// The log that was selected is selected once it is found, unless a key is pressed before.
  package mutating func resume(_ session: Session) {
    desk.focus = session.focus
    desk.isZoomed = session.isZoomed
    desk.showsRawText = session.showsRawText
    stack.isUnfolded = session.isUnfolded
    desk.wrapped = session.wrapped ?? desk.wrapped
    desk.arrangement = session.arrangement
    if !session.filter.isEmpty { _ = applyFilter(session.filter) }
    list.arrange(
      sort: session.sort, isReversed: session.isReversed, grouping: .some(session.grouping))
    list.fold(session.folded)
    resuming = Resuming(session: session)
  }

  /// Looks for the log to continue with among those that were found.
  mutating func seekResumed(among found: [LogEntry]) {
    guard let path = resuming?.session.log else { return }
    if let entry = found.first(where: { $0.path == path }) {
      resuming?.id = entry.id
    } else if resuming?.id == nil {
      // The same folder may be named in another way.
      let name = path.lastPathComponent
      resuming?.id = found.first { $0.path.lastPathComponent == name }?.id
    }
    selectResumed()
  }

  /// Selects the log to continue with, where it is shown by now.
  mutating func selectResumed() {
    if let id = resuming?.id, list.selected != id { list.select(id: id) }
  }

  /// Restores the panes of the log to continue with; a log that could not be read has none.
  mutating func restorePanes(of id: Int) {
    guard let resuming, resuming.id == id else { return }
    if opened?.id == id {
      for (pane, state) in resuming.session.states { desk.states[pane] = state }
    }
    self.resuming = nil
  }

  /// Drops the parts of a session that were not restored once everything is read.
  mutating func endResuming() {
    selectResumed()
    let isComing = resuming?.id != nil && resuming?.id == list.selected
    if !isComing || list.selectedEntry?.summary == nil { resuming = nil }
    if desk.focus == .logs, list.entries.count == 1 { desk.focus = .timeline }
  }
}

/// A session that is coming back.
struct Resuming: Sendable {
  /// The session.
  var session: Session
  /// The log that was selected, once it is found.
  var id: Int?
}
