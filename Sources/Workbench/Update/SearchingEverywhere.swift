import Query
import Reviews
import Screen

extension Model {
  /// Begins to search all logs for a text.
  mutating func searchEverywhere(_ pattern: String) -> [Effect] {
    guard !pattern.isEmpty else { return [] }
    mode = .hits
    // What was found once is shown again, with the cursor where it was.
    if let hits, hits.pattern == pattern, hits.isComplete { return [] }
    var begun = SearchHits(pattern: pattern)
    begun.hits = hitsAbout(pattern)
    hits = begun
    return [.searchEverywhere(pattern)]
  }

  /// The places that are in no file: what reviewers noted, and the files' names.
  private func hitsAbout(_ pattern: String) -> [SearchHit] {
    let text = TextSearch(pattern)
    return list.entries.flatMap { entry in
      let notes = entry.digest.map { reviews(of: $0).reviews.map(\.note) } ?? []
      return notes.filter { !text.ranges(in: $0).isEmpty }.map {
        SearchHit(log: entry.id, .note, text: $0)
      }
        + (text.ranges(in: entry.path.lastPathComponent).isEmpty
          ? [] : [SearchHit(log: entry.id, .path, text: entry.path)])
    }
  }

  /// Applies hits of the search through all logs; hits of an earlier search are dropped.
  mutating func take(
    _ found: [SearchHit], pattern: String, files: Int, unreadable: Int, isComplete: Bool
  ) {
    guard hits?.pattern == pattern, hits?.isStopped == false else { return }
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
    case .action(.back), .action(.quit):
      mode = .browsing
      guard !hits.isComplete else { break }
      hits.isStopped = true
      self.hits = hits
      return [.stopSearching]
    default: break
    }
    self.hits = hits
    return []
  }

  /// Goes to a place in a log, which may have to be opened first.
  mutating func go(to hit: SearchHit) -> [Effect] {
    mode = .browsing
    search = hits?.pattern ?? ""
    if !list.select(id: hit.log) {
      filter.text = ""
      filter.problem = nil
      list.arrange(grouping: .some(nil))
      list.filter(.init(everythingWith: list.query.fields))
      list.select(id: hit.log)
      status = Status("The filter was taken off, for it hid this log", .notice)
    }
    switch hit.place {
    case .line(let line): awaitedLine = line
    case .note: focus = .culprit
    case .path: focus = panes.contains(.logs) ? .logs : focus
    }
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
