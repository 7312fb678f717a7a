extension Model {
  /// Opens a file that was asked for as a log or report of its own.
  mutating func show(_ entry: LogEntry, isNew: Bool) -> [Effect] {
    remember()
    if isNew { list.add([entry]) }
    if let log = opened?.id, log != entry.id { fetching.openedFrom[entry.id] = log }
    if !list.select(id: entry.id) {
      status = Status("\(entry.path.lastPathComponent) is hidden by the filter", .notice)
      return []
    }
    return openSelected()
  }
}
