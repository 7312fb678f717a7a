extension ReportParser {
  /// Parses a tag: a part of the trace that ran in an interrupt begins or ends.
  mutating func take(_ tag: ContextTag, line: Int) {
    switch tag {
    case .interruptBegins, .nonMaskableBegins, .exceptionBegins: beginPart(tag, line: line)
    case .interruptEnds, .nonMaskableEnds, .exceptionEnds: endPart(line: line)
    case .taskBegins: break
    case .taskEnds: thread.close()
    }
  }

  private mutating func beginPart(_ tag: ContextTag, line: Int) {
    let name =
      switch tag {
      case .nonMaskableBegins: "non-maskable interrupt"
      case .exceptionBegins: "exception"
      default: "interrupt part"
      }
    if let open = thread.open, thread.opener == nil {
      let stack = report.stacks[open]
      let around = StackOpener(
        kind: stack.kind, label: stack.label, context: stack.context, line: stack.line)
      thread.around = thread.around ?? around
      if holdsRegistersOnly(open) {
        // The registers at the top of a trace are those of its first part.
        report.stacks[open].kind = part(of: around.kind)
        report.stacks[open].label = "\(around.label), \(name)"
        report.stacks[open].context = ""
        report.stacks[open].context = impliedContext(of: report.stacks[open].kind)
        return
      }
      thread.open = nil
    } else if thread.around == nil {
      thread.around =
        thread.opener ?? StackOpener(kind: .callTrace, label: "Call trace", line: line)
    }
    guard let around = thread.around else { return }
    thread.opener = StackOpener(
      kind: part(of: around.kind), label: "\(around.label), \(name)",
      line: thread.opener?.line ?? line)
  }

  /// The kind of a trace's part in an interrupt.
  private func part(of kind: StackKind) -> StackKind {
    kind == .nmiBacktrace || kind == .faultInjection ? kind : .interrupt
  }

  private mutating func endPart(line: Int) {
    var around =
      thread.around ?? StackOpener(kind: .callTrace, label: "Call trace", line: line)
    thread.around = around
    around.label += ", interrupted part"
    around.line = line
    thread.open = nil
    thread.opener = around
  }
}
