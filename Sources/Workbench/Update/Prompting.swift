import Reviews
import Screen

extension Model {
  /// A key in a prompt.
  mutating func type(_ key: Key, in open: Prompt) -> [Effect] {
    var prompt = open
    switch key.code {
    case .escape where prompt.endCompletion(): break
    case .escape: return cancel(prompt)
    case .character("c") where key.modifiers.contains(.control): return cancel(prompt)
    case .enter: return accept(prompt)
    case .tab: prompt = complete(prompt, step: 1)
    case .backTab: prompt = complete(prompt, step: -1)
    case .up: prompt.recall(dialogue.histories.history(of: prompt.purpose), isOlder: true)
    case .down: prompt.recall(dialogue.histories.history(of: prompt.purpose), isOlder: false)
    case .character("p") where key.modifiers.contains(.control):
      prompt.recall(dialogue.histories.history(of: prompt.purpose), isOlder: true)
    case .character("n") where key.modifiers.contains(.control):
      prompt.recall(dialogue.histories.history(of: prompt.purpose), isOlder: false)
    default: prompt.edit(with: key)
    }
    guard prompt != open else { return [] }
    dialogue.mode = .prompt(prompt)
    return preview(prompt)
  }

  /// Pasted text: into a prompt as one line, anywhere else it does nothing.
  mutating func paste(_ text: String) -> [Effect] {
    guard case .prompt(var prompt) = dialogue.mode else {
      status = Status("Pasted text does nothing here", .dim)
      return []
    }
    let line = text.split { $0.isNewline }.joined(separator: " ")
    prompt.insert(line)
    dialogue.mode = .prompt(prompt)
    return preview(prompt)
  }

  /// Shows what a line being typed would do.
  private mutating func preview(_ prompt: Prompt) -> [Effect] {
    switch prompt.purpose {
    case .search:
      dialogue.search = prompt.text
      return prompt.text.isEmpty ? [] : findMatch(direction: 1, includingCurrent: true)
    case .filter:
      return applyFilter(prompt.text)
    case .framesOfFile(let here, _): return showFile(prompt.text, from: here)
    case .searchEverywhere, .note, .duplicate: return []
    }
  }

  private mutating func cancel(_ prompt: Prompt) -> [Effect] {
    dialogue.mode = .browsing
    switch prompt.purpose {
    case .search: dialogue.search = ""
    case .filter:
      return applyFilter(prompt.before)
    case .framesOfFile(_, let state):
      desk.states[.stack] = state
      return goBack()
    case .searchEverywhere, .note, .duplicate: break
    }
    return []
  }

  private mutating func accept(_ prompt: Prompt) -> [Effect] {
    dialogue.mode = .browsing
    dialogue.histories.add(prompt.text, to: prompt.purpose)
    switch prompt.purpose {
    case .search:
      dialogue.search = prompt.text
      return dialogue.search.isEmpty ? [] : findMatch(direction: 1, includingCurrent: true)
    case .filter:
      if let problem = filter.problem { status = Status("Left out: \(problem)", .warning) }
      return applyFilter(prompt.text)
    case .searchEverywhere: return searchEverywhere(prompt.text)
    case .framesOfFile(let here, _): return goToFile(prompt.text, from: here)
    case .note: return annotate(prompt.text)
    case .duplicate:
      guard !prompt.text.isEmpty else {
        status = Status("Nothing decided: name the log or bug that it is a duplicate of", .warning)
        return []
      }
      return decide(.duplicate(of: prompt.text))
    }
  }
}

extension Prompt {
  /// Inserts text at the cursor.
  mutating func insert(_ text: String) {
    let place = self.text.index(self.text.startIndex, offsetBy: min(cursor, self.text.count))
    let behind = self.text[place...].count
    self.text.insert(contentsOf: text, at: place)
    // A mark joins the character before it, so the text may grow by less than what was inserted.
    cursor = max(0, self.text.count - behind)
  }

  /// Edits the line with a key: letters, deletion, and the usual control keys.
  mutating func edit(with key: Key) {
    let isControl = key.modifiers.contains(.control)
    recall = nil
    completion = nil
    switch key.code {
    case .character("a") where isControl: cursor = 0
    case .character("e") where isControl: cursor = text.count
    case .character("u") where isControl: remove(0..<cursor)
    case .character("k") where isControl: remove(cursor..<text.count)
    case .character("w") where isControl: remove(startOfWord..<cursor)
    case .character("h") where isControl: if cursor > 0 { remove(cursor - 1..<cursor) }
    case .character(let character) where key.modifiers.isEmpty: insert(String(character))
    case .backspace: if cursor > 0 { remove(cursor - 1..<cursor) }
    case .delete: if cursor < text.count { remove(cursor..<cursor + 1) }
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(text.count, cursor + 1)
    case .home: cursor = 0
    case .end: cursor = text.count
    default: break
    }
  }

  private var startOfWord: Int {
    let before = Array(text.prefix(cursor))
    var place = before.count
    while place > 0, before[place - 1] == " " { place -= 1 }
    while place > 0, before[place - 1] != " " { place -= 1 }
    return place
  }

  private mutating func remove(_ range: Range<Int>) {
    var characters = Array(text)
    let kept = range.clamped(to: 0..<characters.count)
    characters.removeSubrange(kept)
    text = String(characters)
    cursor = kept.lowerBound
  }
}
