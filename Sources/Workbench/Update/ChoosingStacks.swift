import BisectionLog
import Screen
import Triage

extension Model {
  /// Offers the stacks in order of interest, each with the reason.
  mutating func chooseStack() -> [Effect] {
    guard let opened = reported, let stacks = opened.log.crash?.stacks, !stacks.isEmpty else {
      status = Status("There is no stack to go to", .dim)
      return []
    }
    let told = opened.guilt.candidates
    let others = stacks.filter { stack in !told.contains { $0.stack == stack.index } }
    let rows =
      told.map { (stacks[$0.stack], $0.reason, $0.frame) } + others.map { ($0, "", 0) }
    let keys = Array("123456789")
    let here = stackRow?.stack
    let width = min(size.columns / 2 - 4, rows.map(\.0.label.count).max() ?? 0)
    let choices = rows.enumerated().map { index, row in
      let (stack, reason, frame) = row
      var line = StyledLine()
      line.add(stack.label, columns: width, keeping: .bothEnds)
      line.add("  \(reason.isEmpty ? "no part of the crash" : reason)")
      return Menu.Choice(
        key: index < keys.count ? keys[index] : nil, text: line.text,
        remark: stack.index == here ? "here" : "",
        result: .frame(Guilt.FramePlace(stack: stack.index, frame: frame)))
    }
    dialogue.mode = .menu(
      Menu(
        title: "Stacks in order of interest", choices: choices,
        cursor: rows.firstIndex { $0.0.index == here } ?? 0))
    return []
  }
}
