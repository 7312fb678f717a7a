import BisectionLog

extension LogFacts {
  /// Whether the crashes on the way were the crash that was hunted.
  var titleSignals: [Signal] { [culpritTitles, foreignTitles] }

  /// How foreign the titles at the culprit are: its own runs, and the report made of them.
  private var culpritTitles: Signal {
    let own = Self.distance(crashStep?.family)
    let report = kinship.reportFamily.map(Self.distance)
    let value = report.map { (own + $0) / 2 } ?? own
    return signal(
      .culpritTitles, value, culpritTitleText,
      at: crashStep.map(course.lines(of:)) ?? [culprit.line])
  }

  private var culpritTitleText: String {
    let place =
      log.direction == .fix ? "The last crash before the culprit" : "The culprit's own step"
    switch crashStep?.family {
    case nil: return "No crash is recorded for the culprit itself."
    case .foreign:
      return
        "\(place) crashed only as “\(foreignTitle ?? "another bug")”, which is not the original crash."
    case .renamed: return "\(place) crashed under another name of the original crash."
    case .original:
      return kinship.reportFamily == .foreign
        ? "\(place) shows the original crash, but its report is of another one."
        : "\(place) crashed with the original title."
    }
  }

  private var foreignTitle: String? {
    crashStep.flatMap { kinship.mainTitle(ofStep: $0.index) }
  }

  private static func distance(_ family: TitleFamily?) -> Double {
    switch family {
    case .original: 0
    case .renamed: 0.5
    case .foreign, nil: 1
    }
  }

  /// How many of the other crashing steps show foreign titles only.
  private var foreignTitles: Signal {
    let others = course.crashing.filter { $0.index != crashStep?.index }
    let foreign = others.filter { $0.family == .foreign }
    let share = others.isEmpty ? 0 : Double(foreign.count) / Double(others.count)
    var text: String {
      foreign.isEmpty
        ? "Every crashing step on the way shows the original crash."
        : "\(foreign.count) of \(others.count) other crashing steps show only crashes of other bugs."
    }
    var lines: [Int] {
      let telling = foreign.isEmpty ? [original].compactMap { $0 } + others : foreign
      return telling.isEmpty ? [culprit.line] : telling.map(\.line)
    }
    return signal(.foreignTitles, share, text, at: lines)
  }
}
