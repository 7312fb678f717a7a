import BisectionLog

/// Whether the stacks that a report announces are there.
struct StackCheck {
  /// What is wrong with them; nil if nothing is.
  let corruption: Guilt.Corruption?

  /// Checks the first stack of each kind of opener, as syzkaller does.
  init(_ trail: ReportTrail) {
    var seen: [ReportMark.Kind] = []
    var hasStack = false
    for (index, clue) in trail.clues.enumerated() {
      guard case .mark(let mark) = clue.kind, Self.openers.contains(mark), !seen.contains(mark)
      else { continue }
      seen.append(mark)
      guard Self.hasFrame(trail, after: index) else {
        // Riscv also prints the line without a stack.
        if mark == .riscvStatus { continue }
        corruption = .emptyStack
        return
      }
      hasStack = true
    }
    corruption = hasStack ? nil : .noStack
  }

  private static let openers: [ReportMark.Kind] = [
    .callTrace, .stackStart, .leakBacktrace, .riscvStatus,
  ]

  /// Whether a frame is within 15 lines of an opener, before the next one.
  private static func hasFrame(_ trail: ReportTrail, after index: Int) -> Bool {
    let opener = trail.clues[index].line
    let isMixed = trail.report.headlines.first.map { $0.console != .none } ?? false
    // A report that ends with its opener was cut off.
    if !isMixed, trail.end - opener < 3 { return false }
    let last = trail.line(15, after: opener)
    for clue in trail.clues[(index + 1)...] {
      // Other contexts' lines are between those of a console.
      if clue.line > last, !isMixed { return false }
      switch clue.kind {
      case .mark(let mark):
        if mark == .stackUnavailable { return true }
        if openers.contains(mark) { return false }
      case .frame(let frame, _, _):
        if frame.form == .call, frame.reliable { return true }
      case .headline: continue
      }
    }
    return false
  }
}
