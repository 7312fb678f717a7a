import BisectionLog
import Cases
import Kernel
import Screen
import Triage

extension Model {
  /// Shows a text in place of the raw text, at the line that is meant.
  mutating func read(_ reader: Reader) {
    status = nil
    remember()
    let height = layout?.interior(of: .rawText)?.height ?? 20
    var state = PaneState()
    if case .source(_, let line?) = reader.subject {
      state.cursor = max(0, line - 1)
      state.top = max(0, state.cursor - height / 3)
    }
    self.reader = self.reader.flatMap { $0.isList ? reader.opened(from: $0) : nil } ?? reader
    desk.focus = .rawText
    desk.showsRawText = true
    desk.states[.rawText] = state
  }

  /// Closes the reader, so that the raw text is shown again.
  mutating func closeReader() {
    reader = reader?.list
    desk.states[.rawText] = PaneState()
  }

  /// Shows a commit; one of a candidate from the hunk on that the crash points at.
  mutating func show(_ commit: Revision, _ text: [UInt8]) {
    let candidates = reader?.subject
    read(Reader(commit, text: text))
    guard case .candidates(let ranked)? = candidates, let reader,
      let row = reader.hunk(touching: ranked.request.crash.guilt)
    else { return }
    let height = layout?.interior(of: .rawText)?.height ?? 20
    desk.states[.rawText, default: PaneState()].cursor = row
    desk.states[.rawText, default: PaneState()].top = max(0, row - height / 3)
  }

  /// Opens the source or part that the reader shows, in the editor.
  mutating func openReaderRow() -> [Effect] { reader.map { edit($0) } ?? [] }

  /// Opens the file of a source, as it is checked out, at the line under the cursor.
  mutating func edit(_ reader: Reader) -> [Effect] {
    if case .part(let part) = reader.subject {
      return part.path.map { [.edit(path: $0, line: focusedState.cursor + 1)] } ?? []
    }
    guard case .source(let file, _) = reader.subject else {
      status = Status("There is no file to open; P shows the text in the pager", .dim)
      return []
    }
    return edit(file.path.text, line: focusedState.cursor + 1)
  }

  /// Shows the whole text in the pager.
  mutating func pageText() -> [Effect] {
    if desk.focus == .rawText, let reader { return [.page(reader.text.bytes)] }
    guard let opened else { return [] }
    return [.page(opened.log.source.bytes)]
  }
}
