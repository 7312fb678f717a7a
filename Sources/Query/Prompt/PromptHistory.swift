/// What was entered at a prompt before, oldest first, each text once.
package struct PromptHistory: Hashable, Sendable {
  /// The texts, oldest first.
  package private(set) var entries: [String]
  /// How many are kept, at least one.
  package let limit: Int

  /// A history of some texts; of those that are too many the oldest go.
  package init(_ entries: [String] = [], limit: Int = 200) {
    self.entries = []
    self.limit = max(limit, 1)
    for entry in entries { add(entry) }
  }

  /// Adds a text as the newest; blank ones are not kept.
  package mutating func add(_ text: String) {
    guard text.utf8.contains(where: { !$0.isBlank }) else { return }
    entries.removeAll { $0 == text }
    entries.append(text)
    if entries.count > limit { entries.removeFirst(entries.count - limit) }
  }

  /// The texts that contain `part` in any case, newest first.
  package func containing(_ part: String) -> [String] {
    let search = TextSearch(part.asciiLowered)
    return entries.reversed().filter { search.isEmpty || !search.ranges(in: $0).isEmpty }
  }

  /// Starts going through the texts that begin with what is typed so far.
  package func recall(from draft: String) -> HistoryRecall {
    let bytes = Array(draft.utf8)
    return HistoryRecall(
      draft: draft, entries: entries.filter { $0 != draft && $0.utf8.starts(with: bytes) })
  }
}

/// A walk through a prompt's history; it begins and ends at what was being typed.
package struct HistoryRecall: Hashable, Sendable {
  private let draft: String
  private let entries: [String]
  /// How many entries back; 0 is the draft.
  private var back = 0

  fileprivate init(draft: String, entries: [String]) {
    self.draft = draft
    self.entries = entries
  }

  /// What the prompt shows.
  package var text: String { back == 0 ? draft : entries[entries.count - back] }

  /// Goes to the next older text, and stays at the oldest.
  package mutating func older() { back = min(back + 1, entries.count) }

  /// Goes to the next newer text, at last to what was being typed.
  package mutating func newer() { back = max(back - 1, 0) }
}
