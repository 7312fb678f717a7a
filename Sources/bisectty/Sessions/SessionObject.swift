import JSON
import Workbench

extension Session {
  /// The schema name in a session's file.
  static let schema = "bisectty.session/1"

  /// The session as JSON.
  var json: JSONValue {
    .object([
      .init("schema", .string(Self.schema)), .init("log", JSONValue(log)),
      .init("focus", .string(focus.name)), .init("zoomed", .bool(isZoomed)),
      .init("rawText", .bool(showsRawText)), .init("genericFrames", .bool(isUnfolded)),
      .init(
        "wrapped",
        wrapped.map { wrapped in
          .array(Pane.allCases.filter(wrapped.contains).map { .string($0.name) })
        } ?? .null),
      .init(
        "panes",
        .object(
          states.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { .init($0.key.name, $0.value.json) })),
      .init("filter", .string(filter)), .init("sort", .string(sort.rawValue)),
      .init("reversed", .bool(isReversed)), .init("group", JSONValue(grouping?.rawValue)),
      .init("folded", .array(folded.map { JSONValue($0) })),
      .init("borders", .array(arrangement.borders)),
      .init(
        "hidden",
        .array(Pane.allCases.filter(arrangement.hidden.contains).map { .string($0.name) })),
    ])
  }

  /// Reads a session; what is missing or invalid is as in a new session.
  ///
  /// nil if it is not a session at all.
  init?(_ json: JSONValue) {
    guard json["schema"]?.string == Self.schema else { return nil }
    self.init()
    log = json["log"]?.string
    focus = json["focus"]?.string.flatMap(Pane.init(name:)) ?? focus
    isZoomed = json["zoomed"] == .bool(true)
    showsRawText = json["rawText"] == .bool(true)
    isUnfolded = json["genericFrames"] == .bool(true)
    if case .array(let names)? = json["wrapped"] {
      wrapped = Set(names.compactMap { $0.string.flatMap(Pane.init(name:)) }.filter(\.wrapsLines))
    }
    for pane in Pane.allCases {
      if let state = json["panes"]?[pane.name] { states[pane] = PaneState(state) }
    }
    filter = json["filter"]?.string ?? filter
    sort = json["sort"]?.string.flatMap(LogSort.init) ?? sort
    isReversed = json["reversed"] == .bool(true)
    grouping = json["group"]?.string.flatMap(LogGrouping.init)
    folded = json["folded"]?.elements.map(\.string) ?? []
    arrangement = PaneArrangement(borders: json["borders"], hidden: json["hidden"])
  }
}

extension Pane {
  /// Its name in files.
  fileprivate var name: String { title.lowercased() }

  fileprivate init?(name: String) {
    guard let pane = Pane.allCases.first(where: { $0.name == name }) else { return nil }
    self = pane
  }
}

extension PaneState {
  fileprivate var json: JSONValue {
    .object([
      .init("cursor", .integer(cursor)), .init("top", .integer(top)),
      .init("left", .integer(left)),
    ])
  }

  fileprivate init(_ json: JSONValue) {
    self.init()
    func number(_ name: String) -> Int { max(0, min(json[name]?.integer ?? 0, 1 << 40)) }
    cursor = number("cursor")
    top = number("top")
    left = min(number("left"), 10_000)
  }
}

extension PaneArrangement {
  fileprivate var borders: [JSONValue] {
    let rows = shifts.map { border, shift -> (String, String, Int) in
      switch border {
      case .below(let pane): ("below", pane.name, shift)
      case .rightOf(let pane): ("rightOf", pane.name, shift)
      }
    }
    return rows.sorted { $0 < $1 }.map { side, pane, shift in
      .object([.init(side, .string(pane)), .init("shift", .integer(shift))])
    }
  }

  fileprivate init(borders: JSONValue?, hidden panes: JSONValue?) {
    self.init()
    for row in borders?.elements ?? [] {
      guard let shift = row["shift"]?.integer, abs(max(shift, -Self.limit)) <= Self.limit else {
        continue
      }
      if let pane = row["below"]?.string.flatMap(Pane.init(name:)) {
        shifts[.below(pane)] = max(-Self.limit, shift)
      } else if let pane = row["rightOf"]?.string.flatMap(Pane.init(name:)) {
        shifts[.rightOf(pane)] = max(-Self.limit, shift)
      }
    }
    hidden = Set((panes?.elements ?? []).compactMap { $0.string.flatMap(Pane.init(name:)) })
  }
}
