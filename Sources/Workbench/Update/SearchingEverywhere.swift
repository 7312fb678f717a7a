import Query
import Reviews
import Screen

extension Model {
  /// Begins to search all logs for a text.
  mutating func searchEverywhere(_ pattern: String) -> [Effect] {
    guard !pattern.isEmpty else { return [] }
    dialogue.mode = .hits
    // What was found once is shown again, with the cursor where it was.
    if let hits = dialogue.hits, hits.pattern == pattern, hits.isComplete { return [] }
    var begun = SearchHits(pattern: pattern)
    begun.hits = hitsAbout(pattern)
    dialogue.hits = begun
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
    guard dialogue.hits?.pattern == pattern, dialogue.hits?.isStopped == false else { return }
    let room = SearchHits.limit - (dialogue.hits?.hits.count ?? 0)
    dialogue.hits?.hits += found.prefix(max(0, room))
    dialogue.hits?.searchedFiles += files
    dialogue.hits?.unreadableFiles += unreadable
    dialogue.hits?.isComplete = isComplete
  }

  /// A key while the places found are shown.
  mutating func browseHits(_ key: Key) -> [Effect] {
    guard var hits = dialogue.hits else {
      dialogue.mode = .browsing
      return []
    }
    let page = max(1, size.rows - 4)
    let last = max(0, hits.hits.count - 1)
    switch settings.keymap.meaning(of: [key]) {
    case .action(.down): hits.cursor = min(last, hits.cursor + 1)
    case .action(.up): hits.cursor = max(0, hits.cursor - 1)
    case .action(.pageDown), .action(.halfPageDown): hits.cursor = min(last, hits.cursor + page)
    case .action(.pageUp), .action(.halfPageUp): hits.cursor = max(0, hits.cursor - page)
    case .action(.top): hits.cursor = 0
    case .action(.bottom): hits.cursor = last
    case .action(.open) where hits.hits.indices.contains(hits.cursor):
      dialogue.hits = hits
      return go(to: hits.hits[hits.cursor])
    case .action(.back), .action(.quit):
      dialogue.mode = .browsing
      guard !hits.isComplete else { break }
      hits.isStopped = true
      dialogue.hits = hits
      return [.stopSearching]
    default: break
    }
    dialogue.hits = hits
    return []
  }

  /// Goes to a place in a log, which may have to be opened first.
  mutating func go(to hit: SearchHit) -> [Effect] {
    dialogue.mode = .browsing
    dialogue.search = dialogue.hits?.pattern ?? ""
    if !list.select(id: hit.log) {
      filter.text = ""
      filter.problem = nil
      list.arrange(grouping: .some(nil))
      list.filter(.init(everythingWith: list.query.fields))
      list.select(id: hit.log)
      status = Status("The filter was taken off, for it hid this log", .notice)
    }
    switch hit.place {
    case .line(let line): selection.awaitedLine = line
    case .note: desk.focus = .culprit
    case .path: desk.focus = panes.contains(.logs) ? .logs : desk.focus
    }
    if let opened, opened.id == hit.log { goToAwaitedLine() }
    return openSelected()
  }

  /// Goes to the line that a jump into another log was waiting for.
  mutating func goToAwaitedLine() {
    guard let line = selection.awaitedLine else { return }
    selection.awaitedLine = nil
    go(toLine: line)
  }
}
