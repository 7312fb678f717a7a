import Query
import Reviews
import Triage

/// The logs, and which of them are shown in what order.
package struct LogList: Sendable {
  /// Every file that was found, by its id.
  package private(set) var entries: [LogEntry] = []
  /// All ids, sorted.
  private var ordered: [Int] = []
  /// The ids that pass the filter, in order.
  package private(set) var shown: [Int] = []
  /// The logs as filters see them, by id.
  private(set) var records = RecordTable(fields: LogField.table)
  /// The ids of the logs with some content; copies of a file share it.
  private var ids: [ContentDigest: [Int]] = [:]
  /// How many logs name each culprit.
  package private(set) var culprits: [String: Int] = [:]
  /// What logs must be like to be shown.
  package private(set) var query = Query(everythingWith: LogField.table)
  /// What shorter queries let through while a longer one is typed, each wider than the next.
  private var wider: [(query: Query, shown: [Int])] = []
  /// The orders that were asked for since a log was last read.
  private var orders: [LogSort: [Int]] = [:]
  private var layout = LogRows()
  /// The row of the cursor; nil while there is none.
  package private(set) var selectedRow: Int?
  /// The ids marked for a decision over several logs.
  package var marked: Set<Int> = []
  /// How the logs are sorted.
  package private(set) var sort = LogSort.doubt
  /// Whether the last come first.
  package private(set) var isReversed = false
  /// What the logs are grouped by; nil for nothing.
  package private(set) var grouping: LogGrouping?
  /// Whether all files were found and read.
  package var isComplete = false
  /// How many are read or have failed.
  package private(set) var settledCount = 0
  /// Whether a person chose the row; until then the cursor stays on the first one.
  private var isChosen = false
  /// How many were settled when the list was last arranged.
  private var arrangedCount = 0

  /// No logs.
  package init() {}

  /// What is on screen, row by row: the logs, and the groups they are in.
  package var rows: [LogRow] { layout.rows }

  /// The groups, the largest first; empty without grouping.
  package var groups: [LogGroup] { layout.groups }

  /// The id under the cursor; on a group's row that of its first log.
  package var selected: Int? { selectedRow.flatMap(layout.id(at:)) }

  /// The entry under the cursor.
  package var selectedEntry: LogEntry? { selected.map { entries[$0] } }

  /// The group whose row is under the cursor.
  package var selectedGroup: LogGroup? { selectedRow.flatMap(layout.group(at:)) }

  /// Whether so much was read since the list was last arranged that it is worth doing again.
  ///
  /// The wait grows with the list, so that a large directory is sorted a few times, not at each
  /// report of what was read.
  package var isWorthArranging: Bool {
    settledCount - arrangedCount >= max(1, arrangedCount / 4)
  }

  /// Adds found files; their ids continue from the last one.
  package mutating func add(_ found: [LogEntry]) {
    for entry in found {
      entries.append(entry)
      ordered.append(entry.id)
      layout.extend()
      records.append(LogField.values(path: entry.path, isUnreadable: entry.isUnreadable))
    }
    wider = []
    orders = [:]
    if query.isEverything, grouping == nil {
      for entry in found {
        shown.append(entry.id)
        layout.append(entry.id)
      }
      if selectedRow == nil, !rows.isEmpty { selectedRow = 0 }
    } else {
      refilter()
    }
  }

  /// Applies the results of reading some files, and returns which contents are new to the list, and
  /// which are no longer in it.
  package mutating func settle(
    _ results: [(id: Int, state: LogEntry.State)], reviews: (ContentDigest) -> LogReviews
  ) -> (new: [ContentDigest], gone: [ContentDigest]) {
    var (new, gone): ([ContentDigest], [ContentDigest]) = ([], [])
    wider = []
    orders = [:]
    for (id, state) in results where entries.indices.contains(id) {
      if case .pending = entries[id].state { settledCount += 1 }
      if let before = entries[id].digest, forget(id, as: before) { gone.append(before) }
      count(entries[id].summary?.culprit, by: -1)
      entries[id].state = state
      count(entries[id].summary?.culprit, by: 1)
      if let digest = entries[id].digest {
        if ids[digest] == nil { new.append(digest) }
        ids[digest, default: []].append(id)
      }
      record(id, reviews: reviews)
    }
    return (new, gone)
  }

  /// Marks files as gone or present again; a file that was never read is no longer shown.
  package mutating func setGone(_ ids: [Int], _ isGone: Bool) {
    orders = [:]
    for id in ids where entries.indices.contains(id) {
      entries[id].isGone = isGone && entries[id].summary != nil
      if isGone, case .pending = entries[id].state {
        settledCount += 1
        entries[id].state = .failed("the file is gone")
      }
    }
  }

  private mutating func count(_ culprit: String?, by step: Int) {
    guard let culprit else { return }
    let number = culprits[culprit, default: 0] + step
    culprits[culprit] = number == 0 ? nil : number
  }

  /// Removes a log from those with some content; returns whether it was the last.
  private mutating func forget(_ id: Int, as digest: ContentDigest) -> Bool {
    let others = ids[digest, default: []].filter { $0 != id }
    ids[digest] = others.isEmpty ? nil : others
    return others.isEmpty
  }

  /// Updates the rows of logs whose reviews changed.
  package mutating func reviewsChanged(
    of digests: Set<ContentDigest>, reviews: (ContentDigest) -> LogReviews
  ) {
    wider = []
    for digest in digests { for id in ids[digest] ?? [] { record(id, reviews: reviews) } }
    if !query.isEverything { refilter() }
  }

  /// Whether logs with some content are in the list.
  package func contains(_ digest: ContentDigest) -> Bool { ids[digest] != nil }

  /// The first log with some content that is on screen; nil if none is.
  func id(showing digest: ContentDigest) -> Int? {
    ids[digest]?.first { layout.ownRow(of: $0) != nil }
  }

  private mutating func record(_ id: Int, reviews: (ContentDigest) -> LogReviews) {
    let entry = entries[id]
    guard case .read(let digest, let summary) = entry.state else {
      records.replace(
        row: id, with: LogField.values(path: entry.path, isUnreadable: entry.isUnreadable))
      return
    }
    let known = reviews(digest)
    records.replace(
      row: id,
      with: LogField.values(
        path: entry.path, summary, reviews: known.reviews, isContested: known.isContested))
  }

  /// Sorts and groups anew; the cursor stays on its log where it is still shown.
  package mutating func arrange(
    sort: LogSort? = nil, isReversed: Bool? = nil, grouping: LogGrouping?? = nil
  ) {
    if let sort { self.sort = sort }
    if let isReversed { self.isReversed = isReversed }
    if let grouping, grouping != self.grouping {
      self.grouping = grouping
      layout.folded = []
    }
    arrangedCount = settledCount
    ordered = inOrder()
    refilter()
  }

  /// All ids in the order that is asked for.
  private mutating func inOrder() -> [Int] {
    let ids = orders[sort] ?? sort.order(of: entries, culprits: culprits)
    orders[sort] = ids
    if sort == .verdict {
      let key = SortKey(field: LogField.verdict.rawValue, isDescending: isReversed)
      return records.sorted(ids, by: [key])
    }
    guard isReversed else { return ids }
    return ids.filter { sort.sorts(entries[$0]) }.reversed()
      + ids.filter { !sort.sorts(entries[$0]) }
  }

  /// Shows only the logs that a query lets through.
  ///
  /// What a query let through is kept while longer ones are typed, so that neither another letter nor
  /// taking it back goes through all logs.
  package mutating func filter(_ query: Query) {
    var results = wider
    if self.query.sort.isEmpty, !self.query.isEverything, results.last?.query != self.query {
      results.append((self.query, shown))
    }
    while let last = results.last, !query.isNarrowing(of: last.query) { results.removeLast() }
    self.query = query
    refilter(among: query.sort.isEmpty ? results.last?.shown : nil)
    wider = Array(results.suffix(Self.mostWider))
  }

  /// How many results of shorter queries are kept.
  private static let mostWider = 8

  private mutating func refilter(among candidates: [Int]? = nil) {
    wider = []
    if !isChosen { selectedRow = rows.isEmpty ? nil : 0 }
    let id = isChosen ? selected : nil
    let from = candidates ?? ordered
    shown = query.isEverything ? from : query.rows(in: records, among: from)
    if !query.sort.isEmpty { shown = records.sorted(shown, by: query.sort) }
    lay(keeping: id)
  }

  /// Folds or unfolds the group under the cursor; returns whether there was one.
  package mutating func toggleFold() -> Bool {
    guard let selectedRow, let grouping, !groups.isEmpty else { return false }
    let key =
      selectedGroup.map(\.key)
      ?? layout.id(at: selectedRow).map { grouping.key(of: entries[$0]) } ?? nil
    if !layout.folded.insert(key).inserted { layout.folded.remove(key) }
    lay(keeping: nil)
    self.selectedRow = layout.row(ofGroup: key) ?? self.selectedRow
    return true
  }

  /// Folds all groups, or unfolds them where all are folded.
  package mutating func toggleAllFolds() {
    let keys = Set(groups.map(\.key))
    fold(layout.folded == keys ? [] : keys)
  }

  /// The groups whose logs are hidden, by what they share, in order.
  package var foldedGroups: [String?] { layout.folded.sorted { ($0 ?? "") < ($1 ?? "") } }

  /// Hides the logs of just these groups.
  package mutating func fold(_ keys: some Sequence<String?>) {
    layout.folded = Set(keys)
    lay(keeping: selected)
  }

  /// The different texts of a field, the most frequent first, for completion.
  func knownTexts(ofField field: Int) -> [String] {
    records.knownTexts(of: field, limit: 5000)
  }

  /// Whether a group's logs are hidden.
  package func isFolded(_ group: LogGroup) -> Bool { layout.folded.contains(group.key) }

  /// Moves the cursor to a log; returns whether it is shown.
  @discardableResult
  package mutating func select(id: Int) -> Bool {
    guard let row = layout.ownRow(of: id) else { return false }
    isChosen = true
    selectedRow = row
    return true
  }

  /// Moves the cursor to a row, kept among those there are.
  package mutating func select(row: Int) {
    guard !rows.isEmpty else { return }
    isChosen = true
    selectedRow = max(0, min(row, rows.count - 1))
  }

  /// The row of the nearest log after (or before) a row that fits, wrapping around.
  package func row(from start: Int, step: Int, where fits: (LogEntry) -> Bool) -> Int? {
    guard !rows.isEmpty else { return nil }
    for distance in 1...rows.count {
      let row = (start + step * distance) %% rows.count
      if case .log(let id) = rows[row], fits(entries[id]) { return row }
    }
    return nil
  }

  /// Rebuilds the rows and keeps the cursor on a log if it is shown.
  private mutating func lay(keeping id: Int?) {
    layout.lay(shown, of: entries, by: grouping)
    let row = selectedRow ?? 0
    selectedRow = id.flatMap(layout.row(of:)) ?? (rows.isEmpty ? nil : min(row, rows.count - 1))
  }
}
