import BisectionLog
import Triage

extension PlainPage {
  /// The stacks of the report, the telling ones first unless all are asked for.
  mutating func addStacks(of log: AnalysedLog, isFull: Bool) {
    guard let crash = log.log.crash else { return }
    section("Crash at line \(crash.line)   " + (log.shown(crash.title) ?? "without a title"))
    addStacks(of: crash, guilt: log.guilt, text: log.log.text, isFull: isFull)
  }

  /// The stacks of a report; without `isFull` three stacks of twenty frames.
  mutating func addStacks(of crash: CrashReport, guilt: Guilt, text: SourceText, isFull: Bool) {
    if let notice = crash.unrecognisedNotice { add("  " + styling.styled(notice, .crashed)) }
    if crash.stacks.isEmpty { return add("  the report holds no stack") }
    if let file = guilt.file { add("  guilty file  \(visible(file))") }
    let chosen = isFull ? crash.stacks : crash.tellingStacks(guilt: guilt)
    let reasons = Dictionary(guilt.candidates.map { ($0.stack, $0.reason) }) { first, _ in first }
    for stack in chosen {
      addHead(of: stack, count: crash.stacks.count, reason: reasons[stack.index])
      addFrames(of: stack, guilt: guilt.frame, text: text, limit: isFull ? Int.max : 20)
    }
    let left = crash.stacks.count - chosen.count
    if left > 0 { add("  … \(counted(left, "more stack")), see --full") }
  }

  private mutating func addHead(of stack: Stack, count: Int, reason: String?) {
    let parts = [visible(stack.label), visible(stack.context), reason ?? ""].filter { !$0.isEmpty }
    let head = "  \(stack.index + 1) of \(count)  \(parts.joined(separator: ", "))"
    add("")
    let place = "  (line \(stack.line))"
    add(styling.styled(head.cut(to: width - place.count), .heading) + styling.styled(place, .dim))
  }

  private mutating func addFrames(
    of stack: Stack, guilt: Guilt.FramePlace?, text: SourceText, limit: Int
  ) {
    let frames = stack.frames.prefix(limit)
    let names = frames.map { $0.name(in: text) }
    let places = frames.map { $0.place(in: text) }
    let nameColumns = min(names.map(\.count).max() ?? 0, max(20, width / 2))
    let placeColumns = min(places.map(\.count).max() ?? 0, max(20, width - nameColumns - 18))
    for (frame, (name, place)) in zip(frames, zip(names, places)) {
      let isGuilty = guilt?.stack == stack.index && guilt?.frame == frame.index
      let cells = [
        isGuilty ? " >" : "  ", name.filled(to: nameColumns),
        place.cutInFront(to: placeColumns).filled(to: placeColumns), frame.remarks(in: text),
      ]
      add(
        styling.styled(
          cells.joined(separator: "  ").withoutTrailingSpace,
          frame.look(in: text, isGuilty: isGuilty)))
    }
    let left = stack.frames.count - frames.count
    if left > 0 { add("    … \(counted(left, "more frame")), see --full") }
  }
}

extension CrashReport {
  /// At most three stacks, those that the report points at first.
  fileprivate func tellingStacks(guilt: Guilt) -> [Stack] {
    let wanted = guilt.candidates.map(\.stack) + stacks.map(\.index)
    var chosen: [Stack] = []
    for index in wanted where stacks.indices.contains(index) && chosen.count < 3 {
      if !chosen.contains(where: { $0.index == index }) { chosen.append(stacks[index]) }
    }
    return chosen
  }
}

extension Frame {
  /// The function with its offset.
  func name(in text: SourceText) -> String {
    let function = visible(readableFunction(in: text))
    return offset.map { "\(function)+0x\(String($0, radix: 16))" } ?? function
  }

  /// The file and the line in it; empty if the report names none.
  func place(in text: SourceText) -> String {
    guard let file else { return "" }
    return visible(text.string(file)) + (line.map { ":\($0)" } ?? "")
  }

  /// How it stands out: the guilty frame, and what is not part of the story.
  fileprivate func look(in text: SourceText, isGuilty: Bool) -> TextStyling.Kind? {
    if isGuilty { return .crashed }
    let classes = FrameClasses.standard
    let isTelling =
      reliable && classes.frameClass(ofFunction: plainFunction(in: text)) == .telling
    return isTelling ? nil : .dim
  }

  /// Further remarks on the frame.
  fileprivate func remarks(in text: SourceText) -> String {
    let parts = [
      inlined ? "inlined" : nil, reliable ? nil : "unreliable",
      module.map { "[\(visible(text.string($0)))]" }, register.map { visible(text.string($0)) },
    ]
    return parts.compactMap { $0 }.joined(separator: " ")
  }
}
