import BisectionLog

extension RecipeRun {
  func isStackFrame(_ frame: Frame) -> Bool {
    frame.form == .call && frame.reliable && frame.offset != nil
  }

  /// Whether a failure was injected on purpose here; its stack is often mixed into another report.
  func isInjectedFailure(_ clue: Clue) -> Bool {
    guard case .frame(let frame, let name, _) = clue.kind, frame.form == .call, frame.reliable,
      frame.offset != nil
    else { return false }
    let isNamed =
      trail.text.holds(name, "should_fail") || trail.text.holds(name, "should_failslab")
    return isNamed && isInTrace(frame)
  }

  /// Whether a frame is indented like those of a call trace, not deeper like those of locks.
  private func isInTrace(_ frame: Frame) -> Bool {
    let bytes = trail.text.bytes
    var place = min(Int(frame.function.start), bytes.count)
    var blanks = 0
    while place > 0, blanks < 3, bytes[place - 1] == UInt8(ascii: " ") {
      place -= 1
      blanks += 1
    }
    let isAfterBracket = place > 0 && bytes[place - 1] == UInt8(ascii: "]")
    return blanks == 1 || blanks == 2 && isAfterBracket
  }

  func opensStack(_ clue: Clue) -> Bool {
    guard case .mark(let mark) = clue.kind else { return false }
    switch mark {
    case .callTrace, .stackStart, .leakBacktrace, .riscvStatus: return true
    default: return false
    }
  }

  func matches(_ clue: Clue, _ part: Recipe.Part) -> Bool {
    switch (part, clue.kind) {
    case (.headline, .headline(let index)): trail.report.headlines[index].function != nil
    case (.mark(let wanted), .mark(let mark)): wanted == mark
    case (.callTrace, .mark(let mark)): mark == .callTrace
    case (.pointer, .mark(let mark)), (.pointerOrTrap, .mark(let mark)):
      mark == .bareInstructionPointer
    case (.interrupt, .mark(let mark)): mark == .exceptionStack
    case (_, .frame(let frame, let name, _)): matches(frame, name, part)
    default: false
    }
  }

  func matches(_ frame: Frame, _ name: TextRange, _ part: Recipe.Part) -> Bool {
    switch part {
    case .pointer: frame.offset != nil && isPointer(frame)
    case .pointerOrTrap: frame.offset != nil && (isPointer(frame) || isTrap(frame))
    case .lock: frame.form == .lock && frame.offset != nil
    case .address: frame.address != nil && frame.offset != nil
    case .timerInterrupt: contains(name, "apic_timer_interrupt")
    case .interrupt: contains(name, "apic_timer_interrupt") || contains(name, "el1h_64_irq")
    default: false
    }
  }

  func isPointer(_ frame: Frame) -> Bool {
    guard let register = frame.register else { return false }
    let names: [StaticString] = ["lr", "LR", "ra"]
    return !names.contains { trail.text.holds(register, $0) }
  }

  func isTrap(_ frame: Frame) -> Bool { frame.form == .register && frame.register == nil }

  func contains(_ name: TextRange, _ words: StaticString) -> Bool {
    trail.text.withFunctionName(of: name) { $0.contains(words) }
  }
}
