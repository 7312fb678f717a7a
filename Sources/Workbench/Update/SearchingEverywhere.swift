import Query
import Screen

extension Model {
  /// Begins to search all logs for a text.
  mutating func searchEverywhere(_ pattern: String) -> [Effect] {
    guard !pattern.isEmpty else { return [] }
    hits = SearchHits(pattern: pattern)
    mode = .hits
    return [.searchEverywhere(pattern)]
  }

  /// Takes in what a search through all logs found; what an earlier search found is too late.
  mutating func take(
    _ found: [SearchHit], pattern: String, files: Int, unreadable: Int, isComplete: Bool
  ) {
    guard hits?.pattern == pattern else { return }
    let room = SearchHits.limit - (hits?.hits.count ?? 0)
    hits?.hits += found.prefix(max(0, room))
    hits?.searchedFiles += files
    hits?.unreadableFiles += unreadable
    hits?.isComplete = isComplete
  }

  /// A key while the places found are shown.
  mutating func browseHits(_ key: Key) -> [Effect] {
    guard var hits else {
      mode = .browsing
      return []
    }
    let page = max(1, size.rows - 4)
    let last = max(0, hits.hits.count - 1)
    switch keymap.meaning(of: [key]) {
    case .action(.down): hits.cursor = min(last, hits.cursor + 1)
    case .action(.up): hits.cursor = max(0, hits.cursor - 1)
    case .action(.pageDown), .action(.halfPageDown): hits.cursor = min(last, hits.cursor + page)
    case .action(.pageUp), .action(.halfPageUp): hits.cursor = max(0, hits.cursor - page)
    case .action(.top): hits.cursor = 0
    case .action(.bottom): hits.cursor = last
    case .action(.open) where hits.hits.indices.contains(hits.cursor):
      self.hits = hits
      return go(to: hits.hits[hits.cursor])
    case .action(.back), .action(.quit): mode = .browsing
    default: break
    }
    self.hits = hits
    return []
  }

  /// Goes to a place in a log, which may have to be opened first.
  private mutating func go(to hit: SearchHit) -> [Effect] {
    mode = .browsing
    search = hits?.pattern ?? ""
    if !list.select(id: hit.log) {
      filterText = ""
      filterProblem = nil
      list.arrange(grouping: .some(nil))
      list.filter(.init(everythingWith: list.query.fields))
      list.select(id: hit.log)
      status = Status("The filter was taken off, for it hid this log", .notice)
    }
    awaitedLine = hit.line
    if let opened, opened.id == hit.log { goToAwaitedLine() }
    return openSelected()
  }

  /// Goes to the line that a jump into another log was waiting for.
  mutating func goToAwaitedLine() {
    guard let line = awaitedLine else { return }
    awaitedLine = nil
    go(toLine: line)
  }
}
