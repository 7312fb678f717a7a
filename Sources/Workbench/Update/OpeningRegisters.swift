import BisectionLog
import Triage

extension Model {
  /// Shows the registers and the code in place of the frames, or the frames again.
  mutating func toggleRegisters() -> [Effect] {
    if stack.registers != nil, desk.focus == .stack {
      closeRegisters()
      return []
    }
    if stack.registers == nil { openRegisters() }
    guard let view = stack.registers else {
      status = Status("This report shows neither registers nor code", .dim)
      return []
    }
    if view.stack == nil {
      status = Status("The stack has no registers of its own; these are the report's", .dim)
    }
    return focus(on: .stack)
  }

  /// Goes to another block of the registers' view.
  mutating func moveRegisters(by step: Int) -> [Effect] {
    let rows = stack.registers?.rows ?? []
    var row = focusedState.cursor + step
    while rows.indices.contains(row) {
      if case .heading = rows[row] {
        focusedState.cursor = row
        focusedState.top = row
        return []
      }
      row += step
    }
    status = Status(step > 0 ? "That was the last one" : "That was the first one", .dim)
    return []
  }

  /// Shows the registers over the stacks in a state; the stacks if that is nil.
  mutating func showRegisters(over frames: PaneState?) {
    closeRegisters()
    guard let frames else { return }
    desk.states[.stack] = frames
    openRegisters()
  }

  /// Shows the registers and the code in place of the frames, if there are any.
  private mutating func openRegisters() {
    let state = desk.states[.stack, default: PaneState()]
    guard let opened = reported,
      let view = RegistersView(opened, stack: stackRow?.stack, frames: state)
    else { return }
    stack.registers = view
    desk.states[.stack] = PaneState()
  }

  /// Shows the frames again.
  mutating func closeRegisters() {
    guard let view = stack.registers else { return }
    stack.registers = nil
    desk.states[.stack] = view.frames
  }
}
