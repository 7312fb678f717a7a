import Query

/// What was entered at the prompts that remember.
package struct PromptHistories: Hashable, Sendable {
  /// The filters.
  package var filters: PromptHistory
  /// The searches.
  package var searches: PromptHistory

  /// Histories of earlier sessions.
  package init(
    filters: PromptHistory = PromptHistory(), searches: PromptHistory = PromptHistory()
  ) {
    self.filters = filters
    self.searches = searches
  }

  /// The history of a prompt; nil for prompts that do not remember.
  func history(of purpose: Prompt.Purpose) -> PromptHistory? {
    switch purpose {
    case .filter: filters
    case .search, .searchEverywhere: searches
    case .note, .duplicate, .framesOfFile: nil
    }
  }

  /// Remembers what was entered.
  mutating func add(_ text: String, to purpose: Prompt.Purpose) {
    switch purpose {
    case .filter: filters.add(text)
    case .search, .searchEverywhere: searches.add(text)
    case .note, .duplicate, .framesOfFile: break
    }
  }
}
