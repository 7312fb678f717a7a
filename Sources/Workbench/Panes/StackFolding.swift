import BisectionLog
import Triage

/// Which frames of a report have a row of their own, and which are folded with their neighbours.
struct StackFolding {
  let log: BisectionLog
  let guilt: Guilt
  let files: CulpritPaths

  /// The rows of the stack pane, some frames shown in any event.
  func rows(folding: Bool, revealed: Set<Guilt.FramePlace> = []) -> StackRows {
    guard let report = log.crash else { return StackRows() }
    var shown = revealed
    if let frame = guilt.frame { shown.insert(frame) }
    for start in guilt.candidates {
      shown.insert(Guilt.FramePlace(stack: start.stack, frame: start.frame))
    }
    let classes = FrameClasses.standard
    // A report of many stacks has few functions and files; each is judged once.
    var isTelling: [String: Bool] = [:]
    var isTouched: [String: Bool] = [:]
    return StackRows(of: report, folding: folding) { stack, frame in
      guard folding, !shown.contains(Guilt.FramePlace(stack: stack, frame: frame.index)) else {
        return true
      }
      if let file = log.string(frame.file),
        isTouched.value(of: file, else: { files.contain(file) })
      {
        return true
      }
      let function = frame.readableFunction(in: log.text)
      return isTelling.value(
        of: function, else: { classes.frameClass(ofFunction: function) == .telling })
    }
  }
}

extension Dictionary {
  /// The value of a key, made and kept where there is none yet.
  fileprivate mutating func value(of key: Key, else make: () -> Value) -> Value {
    if let known = self[key] { return known }
    let made = make()
    self[key] = made
    return made
  }
}
