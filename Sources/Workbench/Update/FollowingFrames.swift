import BisectionLog
import Query
import Triage

extension Model {
  /// Goes to the next or previous frame in the file that is meant, wrapping around.
  mutating func followFile(by direction: Int) -> [Effect] {
    guard let opened = meantReport, let report = opened.log.crash, let file = meantFile else {
      status = Status("This row names no source file", .dim)
      return []
    }
    let typed = stack.followedFile.map { TextSearch($0) }
    let follows = typed.map { !$0.ranges(in: file).isEmpty } ?? false
    let walk = FrameWalk(report) { frame in
      guard let own = opened.log.string(frame.file) else { return false }
      return follows ? typed.map { !$0.ranges(in: own).isEmpty } ?? false : own == file
    }
    if !follows { stack.followedFile = nil }
    let name = follows ? stack.followedFile ?? file : file
    guard let next = walk.next(after: meantPlace, by: direction), next.place != meantPlace else {
      status = Status("No \(walk.places.isEmpty ? "" : "other ")frame is in \(name)", .warning)
      return []
    }
    go(toFrame: next.place, of: opened)
    status = Status("\(next.number) of \(walk.places.count) frames in \(name)", .dim)
    return []
  }

  /// Goes to the same function in the next or previous stack that has it, wrapping around.
  mutating func followFunction(by direction: Int) -> [Effect] {
    guard let opened = meantReport, let report = opened.log.crash, let here = meantPlace else {
      status = Status("This row names no function", .dim)
      return []
    }
    let name = report.stacks[here.stack].frames[here.frame].plainFunction(in: opened.log.text)
    let walk = FrameWalk(stacksOf: report, from: here) { frame in
      frame.plainFunction(in: opened.log.text) == name
    }
    guard let next = walk.next(after: here, by: direction), next.place != here else {
      status = Status("No other stack has \(name)", .warning)
      return []
    }
    go(toFrame: next.place, of: opened)
    status = Status("\(next.number) of \(walk.places.count) stacks with \(name)", .dim)
    return []
  }

  /// Asks for a file or folder whose frames to go to.
  mutating func askForFile() -> [Effect] {
    guard reported?.log.crash?.stacks.isEmpty == false else {
      status = Status("There is no stack to go to", .dim)
      return []
    }
    let place = meantPlace ?? stackRow?.stack.map { Guilt.FramePlace(stack: $0, frame: -1) }
    remember()
    _ = focus(on: .stack)
    dialogue.mode = .prompt(Prompt(.framesOfFile(from: place, before: focusedState)))
    return []
  }

  /// Goes to the frames of a file that was typed.
  mutating func goToFile(_ text: String, from here: Guilt.FramePlace?) -> [Effect] {
    guard !text.isEmpty else { return goBack() }
    stack.followedFile = text
    return showFile(text, from: here)
  }

  /// Shows the first frame at or after a place in a file that is being typed.
  mutating func showFile(_ text: String, from here: Guilt.FramePlace?) -> [Effect] {
    guard let opened = meantReport, let report = opened.log.crash, !text.isEmpty else { return [] }
    let pattern = TextSearch(text)
    let walk = FrameWalk(report) { frame in
      opened.log.string(frame.file).map { !pattern.ranges(in: $0).isEmpty } ?? false
    }
    let stays = here.map(walk.places.contains) ?? false
    guard let place = stays ? here : walk.next(after: here, by: 1)?.place,
      let index = walk.places.firstIndex(of: place)
    else {
      status = Status("No frame is in a file with “\(text)”", .warning)
      return []
    }
    reveal(place)
    goToRow(of: place)
    status = Status("\(index + 1) of \(walk.places.count) frames in \(text)", .dim)
    return []
  }

  /// The files of the leading frames that hold a text, those of the culprit first, then by how many
  /// frames they have.
  func files(fitting text: String) -> [QueryCompletion.Candidate] {
    guard let opened = meantReport, let report = opened.log.crash else { return [] }
    var counts: [String: Int] = [:]
    for frame in report.leadingStacks.lazy.flatMap(\.frames) {
      if let file = opened.log.string(frame.file) { counts[file, default: 0] += 1 }
    }
    let pattern = TextSearch(text)
    let fitting = counts.filter { text.isEmpty || !pattern.ranges(in: $0.key).isEmpty }
    let rows = fitting.map {
      (file: $0.key, count: $0.value, isCulprits: opened.culpritFiles.contain($0.key))
    }
    return rows.sorted {
      ($0.isCulprits ? 0 : 1, -$0.count, $0.file) < ($1.isCulprits ? 0 : 1, -$1.count, $1.file)
    }
    .map { row in
      let frames = row.count == 1 ? "1 frame" : "\(row.count) frames"
      return QueryCompletion.Candidate(
        text: row.file, summary: row.isCulprits ? "\(frames), culprit's file" : frames)
    }
  }

  /// The frame that is meant: under the cursor, or the first of those folded there.
  private var meantPlace: Guilt.FramePlace? {
    if let frame = meantFrame { return frame }
    guard desk.focus != .rawText, case .folded(let stack, let frames)? = stackRow else {
      return nil
    }
    return Guilt.FramePlace(stack: stack, frame: frames.lowerBound)
  }

  /// The file that is meant: that of the culprit's row or of the frame under the cursor.
  private var meantFile: String? {
    if desk.focus == .culprit, let file = selectedFile?.path { return file }
    guard let opened = meantReport, let place = meantPlace else { return nil }
    return opened.log.string(opened.log.crash?.stacks[place.stack].frames[place.frame].file)
  }
}
