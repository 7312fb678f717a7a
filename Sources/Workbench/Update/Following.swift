import Reviews

/// What searching the folders again has brought to light.
package struct FolderFindings: Hashable, Sendable {
  /// How many new files there are.
  package var newCount: Int
  /// The logs whose files were written since.
  package var changed: [Int]
  /// The logs whose files are gone.
  package var gone: [Int]

  /// What was found.
  package init(newCount: Int, changed: [Int], gone: [Int]) {
    self.newCount = newCount
    self.changed = changed
    self.gone = gone
  }

  /// What was found in words.
  var sentence: String {
    let counts = [(newCount, "new"), (changed.count, "changed"), (gone.count, "gone")]
    let parts = counts.filter { $0.0 > 0 }.map { "\($0.grouped) \($1)" }
    return parts.isEmpty ? "nothing has changed" : parts.joined(separator: ", ")
  }
}

extension Model {
  /// Rereads logs whose files were written; the shown one completely.
  mutating func filesChanged(_ ids: [Int]) -> [Effect] {
    list.setGone(ids, false)
    dialogue.hits?.isComplete = false
    let others = ids.filter { $0 != opened?.id }
    return (others.isEmpty ? [] : [.reread(others)])
      + (others.count < ids.count ? opened.map { [.open(id: $0.id)] } ?? [] : [])
  }

  /// Marks logs whose files are gone.
  mutating func filesGone(_ ids: [Int]) -> [Effect] {
    list.setGone(ids, true)
    if let opened, ids.contains(opened.id) {
      status = Status("The log's file is gone; what was read of it stays on the screen", .warning)
    }
    return []
  }

  /// Searches the folders again, because the person asks for it or the system lost count.
  mutating func reload(missed: Bool = false) -> [Effect] {
    status = Status(
      missed
        ? "Too much changed at once; the folders are searched again" : "Searching again…",
      missed ? .notice : .dim)
    return [.reload]
  }

  /// Applies the findings of a repeated folder search.
  mutating func take(_ findings: FolderFindings) -> [Effect] {
    var findings = findings
    findings.gone.removeAll { !list.entries.indices.contains($0) || list.entries[$0].isGone }
    let effects = filesChanged(findings.changed) + filesGone(findings.gone)
    status = Status("Searched again: \(findings.sentence)", .notice)
    return effects
  }

  /// Replaces the shown log with its new version; every pane keeps its position.
  mutating func takeAnew(_ log: OpenedLog?, shown: OpenedLog) {
    guard let log else {
      if list.entries[shown.id].isUnreadable {
        status = Status("The log changed and cannot be read; its earlier text stays", .warning)
      }
      return
    }
    guard log.digest != shown.digest else { return }
    let step = selectedStep
    let isAtEnd = step == nil && desk.states[.timeline]?.cursor == shown.timeline.count - 1
    let hadVerdict = decisions.book.standing(of: shown.digest)?.isReviewed == true
    selection.opened = log
    settleAgain(log)
    refold()
    countNamesakes()
    if let row = step.flatMap(log.timelineRow) ?? (isAtEnd ? log.timeline.count - 1 : nil) {
      desk.states[.timeline, default: PaneState()].cursor = row
    }
    let isReviewed = decisions.book.standing(of: log.digest)?.isReviewed == true
    status = Status(
      hadVerdict && !isReviewed
        ? "Log changed, reread; the verdict was on its earlier text" : "Log changed, reread",
      .notice)
  }
}
