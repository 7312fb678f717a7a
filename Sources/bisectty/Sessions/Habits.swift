import JSON
import Query
import Workbench

/// What is remembered of a person over all sets of logs.
struct Habits: Hashable, Sendable {
  /// Whether the first keys were shown.
  var hasSeenFirstKeys = false
  /// Hosts that are asked for parts of cases without a question.
  var fetchHosts: Set<String> = []
  /// What was entered at prompts.
  var histories = PromptHistories()

  static let schema = "bisectty.habits/1"
  /// The longest text of a history that is kept, in bytes.
  static let textLimit = 2000

  /// Of someone new.
  init() {}

  /// The habits as JSON.
  var json: JSONValue {
    .object([
      .init("schema", .string(Self.schema)), .init("firstKeysSeen", .bool(hasSeenFirstKeys)),
      .init("filters", Self.texts(histories.filters)),
      .init("searches", Self.texts(histories.searches)),
      .init("fetchHosts", .array(fetchHosts.sorted().map { .string($0) })),
    ])
  }

  /// Reads habits; nil if they are none.
  init?(_ json: JSONValue) {
    guard json["schema"]?.string == Self.schema else { return nil }
    hasSeenFirstKeys = json["firstKeysSeen"] == .bool(true)
    fetchHosts = Set((json["fetchHosts"]?.elements ?? []).compactMap(\.string))
    histories = PromptHistories(
      filters: PromptHistory((json["filters"]?.elements ?? []).compactMap(\.string)),
      searches: PromptHistory((json["searches"]?.elements ?? []).compactMap(\.string)))
  }

  /// These habits after what another window of the program has kept meanwhile.
  func joined(to kept: Habits) -> Habits {
    var joined = kept
    joined.hasSeenFirstKeys = hasSeenFirstKeys || kept.hasSeenFirstKeys
    joined.fetchHosts.formUnion(fetchHosts)
    for text in histories.filters.entries { joined.histories.filters.add(text) }
    for text in histories.searches.entries { joined.histories.searches.add(text) }
    return joined
  }

  private static func texts(_ history: PromptHistory) -> JSONValue {
    .array(history.entries.filter { $0.utf8.count <= textLimit }.map { .string($0) })
  }
}
