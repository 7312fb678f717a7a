import Kernel
import Reviews
import Screen
import Triage

extension Model {
  /// Opens the prompt or menu of an action.
  mutating func ask(_ action: Action) -> [Effect] {
    switch action {
    case .search: dialogue.mode = .prompt(Prompt(.search))
    case .searchEverywhere:
      dialogue.mode = .prompt(Prompt(.searchEverywhere, text: dialogue.hits?.pattern ?? ""))
    case .filter: dialogue.mode = .prompt(Prompt(.filter, text: filter.text))
    case .export:
      guard let opened else { return [] }
      dialogue.mode = .menu(.exports(hasSuspect: !opened.assessment.suspects.isEmpty))
    case .sort: dialogue.mode = .menu(.sorts(current: list.sort))
    case .group: dialogue.mode = .menu(.groupings(current: list.grouping))
    default: dialogue.mode = .menu(.palette(keymap: settings.keymap))
    }
    return []
  }

  /// A key in a menu.
  mutating func choose(_ key: Key, in open: Menu) -> [Effect] {
    var menu = open
    let count = menu.visible.count
    switch key.code {
    case .escape:
      dialogue.mode = .browsing
      return []
    case .up: menu.cursor = (menu.cursor - 1) %% max(1, count)
    case .down, .tab: menu.cursor = (menu.cursor + 1) %% max(1, count)
    case .enter:
      guard count > 0 else { return [] }
      return carryOut(menu.visible[min(menu.cursor, count - 1)].result)
    case .character(let character) where !key.modifiers.contains(.control):
      if menu.query != nil {
        menu.query?.append(character)
        menu.cursor = 0
      } else if let choice = menu.choices.first(where: { $0.key == character }) {
        return carryOut(choice.result)
      } else if character == "j" || character == "k" {
        menu.cursor = (menu.cursor + (character == "j" ? 1 : -1)) %% max(1, count)
      } else if character == "q" {
        dialogue.mode = .browsing
        return []
      }
    case .character("c"):
      dialogue.mode = .browsing
      return []
    case .backspace where menu.query != nil:
      _ = menu.query?.popLast()
      menu.cursor = 0
    default: break
    }
    dialogue.mode = .menu(menu)
    return []
  }

  /// Carries out the chosen item.
  mutating func carryOut(_ result: Menu.Result) -> [Effect] {
    dialogue.mode = .browsing
    switch result {
    case .decide(let judgement): return decide(judgement)
    case .export(let format, let turns): return export(as: format, turningSuspect: turns)
    case .action(let action): return perform(action)
    case .consent(let consent, let host, let request):
      return take(consent, to: host, for: request)
    case .link(let link): return [.copy(link.url, what: "the address")]
    case .frame(let place):
      go(toFrame: place)
      return []
    case .sort(let sort):
      list.arrange(sort: sort, isReversed: sort == list.sort && !list.isReversed)
      return openSelected()
    case .group(let grouping):
      list.arrange(grouping: .some(grouping))
      if grouping != nil { list.toggleAllFolds() }
      return openSelected()
    }
  }

  /// A key on the help screen.
  mutating func readHelp(_ key: Key, top: Int) -> [Effect] {
    let page = max(1, size.rows - 4)
    switch settings.keymap.meaning(of: [key]) {
    case .action(.down): showHelp(from: top + 1)
    case .action(.up): showHelp(from: top - 1)
    case .action(.pageDown), .action(.halfPageDown), .action(.mark): showHelp(from: top + page)
    case .action(.pageUp), .action(.halfPageUp): showHelp(from: top - page)
    case .action(.top): showHelp(from: 0)
    case .action(.bottom): showHelp(from: Int.max)
    case .action(.quit), .action(.back), .action(.help), .action(.open): dialogue.mode = .browsing
    default: break
    }
    return []
  }

  /// Shows the help from a row on, or as far down as it goes.
  mutating func showHelp(from row: Int) {
    let last = max(0, HelpView.rows(settings.keymap).count - max(1, size.rows - 4))
    dialogue.mode = .help(top: min(max(0, row), last))
  }
}

extension Menu {
  /// Why a culprit is wrong, or a result without one.
  static func reasons(for subject: String, naming claim: String) -> Menu {
    let reasons: [(Character, String, Reason)] = [
      ("f", "foreign crash: another bug's crash was taken for this one", .foreignCrash),
      ("m", "missed crash: a test passed although the bug was there", .missedCrash),
      ("e", "only exposes: it lets an older bug show", .onlyExposes),
      ("i", "impossible commit: merge, release, documentation, same binary", .impossibleCommit),
      ("o", "other: say it in a note", .other),
    ]
    return Menu(
      title: "The \(claim) of \(subject) is wrong because of",
      choices: reasons.map { key, text, reason in
        Choice(key: key, text: text, remark: "", result: .decide(.wrong(reason)))
      })
  }

  /// How the logs can be sorted.
  static func sorts(current: LogSort) -> Menu {
    let keys: [LogSort: Character] = [
      .doubt: "d", .trust: "t", .title: "c", .culprit: "b", .outcome: "o", .file: "f", .path: "p",
      .steps: "s", .verdict: "v",
    ]
    return Menu(
      title: "Sort the logs by",
      choices: LogSort.allCases.map { sort in
        Choice(
          key: keys[sort], text: sort.label, remark: sort == current ? "now; again reverses" : "",
          result: .sort(sort))
      }, cursor: LogSort.allCases.firstIndex(of: current) ?? 0)
  }

  /// What the logs can be grouped by.
  static func groupings(current: LogGrouping?) -> Menu {
    let keys: [LogGrouping: Character] = [
      .culprit: "b", .title: "c", .foreign: "x", .file: "f", .outcome: "o",
    ]
    let groupings = LogGrouping.allCases.map { grouping in
      Choice(
        key: keys[grouping], text: grouping.label, remark: grouping == current ? "now" : "",
        result: .group(grouping))
    }
    let none = Choice(
      key: "n", text: "nothing", remark: current == nil ? "now" : "", result: .group(nil))
    return Menu(
      title: "Group logs by", choices: groupings + [none],
      cursor: current.flatMap { LogGrouping.allCases.firstIndex(of: $0) } ?? groupings.count)
  }

  /// Every command by its name.
  static func palette(keymap: Keymap) -> Menu {
    Menu(
      title: "Command",
      choices: Action.all.filter { $0.action != .palette }.map { info in
        Choice(
          key: nil, text: "\(info.name): \(info.sentence.lowercasedFirst)",
          remark: keymap.keys(for: info.action).first ?? "", result: .action(info.action))
      }, query: "")
  }
}

extension String {
  /// With a small first letter.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
