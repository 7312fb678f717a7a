import BisectionLog
import Kernel
import Triage

extension Model {
  /// Opens the selected frame's source, or the log at the selected line, in the editor.
  mutating func editRow() -> [Effect] {
    guard opened != nil, let entry = list.selectedEntry else { return [] }
    if desk.focus == .rawText, let reader { return edit(reader) }
    if desk.focus == .culprit, let (file, line) = selectedFile {
      return edit(file, line: line ?? 1)
    }
    guard desk.focus == .stack else {
      guard entry.path != "-" else {
        status = Status("The log came from standard input: there is no file to open", .warning)
        return []
      }
      return [.edit(path: entry.path, line: selectedLine ?? 1)]
    }
    guard let place = selectedFrame,
      let report = reported, let frame = report.log.crash?.stacks[place.stack].frames[place.frame],
      let file = report.log.string(frame.file)
    else {
      status = Status("This row names no source file", .dim)
      return []
    }
    return edit(file, line: frame.line ?? 1)
  }

  /// Opens a file of the kernel's tree, as it is checked out, in the editor.
  mutating func edit(_ printed: String, line: Int) -> [Effect] {
    guard let file = KernelPath(printed)?.text else {
      status = Status("\(printed) leads out of the source tree and is not opened", .error)
      return []
    }
    guard let kernelDirectory = settings.kernelDirectory else {
      if kernel.isThere {
        status = Status("The repository has no work tree; t shows the tested source", .notice)
        return []
      }
      status = Status(
        "Would open \(file) at line \(line): start with --kernel DIR to do it", .notice)
      return []
    }
    return [.edit(path: kernelDirectory + "/" + file, line: line)]
  }

  /// Copies part of the selection to the clipboard.
  mutating func copy(_ action: Action) -> [Effect] {
    guard let opened else { return [] }
    let log = desk.focus == .stack ? reported?.log ?? opened.log : opened.log
    switch action {
    case .copyHash where meantCandidate != nil:
      return copy(meantCandidate?.commit.hash, "the hash")
    case .copyHash:
      let step = desk.focus == .timeline || desk.focus == .results ? selectedStep : nil
      let hash = step.map { log.steps[$0].commit } ?? log.culprit?.commit ?? log.startCommit
      return copy(log.string(hash), "the hash")
    case .copyFixes: return copy(fixesLine, "the Fixes: line")
    case .copyTitle:
      return copy(
        desk.focus == .stack ? log.string(log.crash?.title) : list.selectedEntry?.summary?.title,
        "the title")
    case .copyFrame:
      let log = reported?.log ?? log
      let frame = selectedFrame.flatMap { log.crash?.stacks[$0.stack].frames[$0.frame] }
      return copy(frame.map { line($0.logLine, of: log) }, "the frame")
    case .copyStack:
      let log = reported?.log ?? log
      let lines = stackRow?.stack.flatMap { log.crash?.stacks[$0].lines } ?? 0..<0
      return copy(lines.map { line($0, of: log) }.joined(separator: "\n"), "the stack")
    default:
      let shown = desk.focus == .rawText ? reader?.line(focusedState.cursor) : nil
      return copy(shown ?? selectedLine.map { line($0, of: log) }, "the line")
    }
  }

  private mutating func copy(_ text: String?, _ what: String) -> [Effect] {
    guard let text, !text.isEmpty else {
      status = Status("There is nothing to copy here", .dim)
      return []
    }
    return [.copy(text, what: what)]
  }

  private func line(_ line: Int, of log: BisectionLog) -> String {
    log.source.string(log.source.range(ofLine: line))
  }
}
