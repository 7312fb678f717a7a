import Query
import Screen

/// What Tab goes through at the filter's prompt.
package struct PromptCompletion: Hashable, Sendable {
  /// The possible completions at the cursor.
  let found: QueryCompletion
  /// The inserted candidate.
  var chosen: Int
  /// The prompt's text and cursor before.
  let text: String
  let cursor: Int
}

extension Model {
  /// Inserts the next or previous candidate at the cursor of a prompt.
  func complete(_ prompt: Prompt, step: Int) -> Prompt {
    var next = prompt
    if let completion = prompt.completion {
      let count = completion.found.candidates.count
      next.completion?.chosen = (completion.chosen + step) %% max(1, count)
    } else {
      guard let found = completion(of: prompt), !found.candidates.isEmpty else { return prompt }
      next.completion = PromptCompletion(
        found: found, chosen: step > 0 ? 0 : found.candidates.count - 1, text: prompt.text,
        cursor: prompt.cursor)
    }
    next.showChosen()
    return next
  }
}

extension Model {
  /// The possible completions at the cursor of a prompt; nil for prompts without completion.
  private func completion(of prompt: Prompt) -> QueryCompletion? {
    let bytes = String(prompt.text.prefix(prompt.cursor)).utf8.count
    switch prompt.purpose {
    case .filter:
      return QueryCompletion.at(bytes, in: prompt.text, fields: LogField.table) { field in
        list.knownTexts(ofField: field)
      }
    case .framesOfFile:
      return QueryCompletion(replaced: 0..<bytes, candidates: files(fitting: prompt.text))
    case .search, .searchEverywhere, .note, .duplicate: return nil
    }
  }
}

extension Prompt {
  /// Shows the chosen candidate; a single one needs no choosing.
  fileprivate mutating func showChosen() {
    guard let completion, completion.found.candidates.indices.contains(completion.chosen) else {
      return
    }
    let candidate = completion.found.candidates[completion.chosen]
    let result = completion.found.applying(candidate, to: completion.text)
    text = result.text
    cursor = String(decoding: Array(text.utf8).prefix(result.cursor), as: UTF8.self).count
    if completion.found.candidates.count == 1 { self.completion = nil }
  }

  /// Removes the text that a completion inserted; returns whether there was one.
  mutating func endCompletion() -> Bool {
    guard let completion else { return false }
    text = completion.text
    cursor = completion.cursor
    self.completion = nil
    return true
  }

  /// Shows an older (or newer) text of the history that begins as this one did.
  mutating func recall(_ history: PromptHistory?, isOlder: Bool) {
    guard let history else { return }
    var walk = recall ?? history.recall(from: text)
    if isOlder { walk.older() } else { walk.newer() }
    recall = walk
    text = walk.text
    cursor = text.count
    completion = nil
  }
}
