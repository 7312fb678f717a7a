import JSON

extension ReviewEvent {
  /// The value of the first member of an event's text.
  static let schema = "bisectty.review/1"

  /// The event as one object; its members are always in this order, those without a value left out.
  package var json: JSONValue {
    var members = Self.members(time: time, reviewer: reviewer, stroke: stroke, action: action)
    members.insert(.init("id", .string(id.description)), at: 1)
    return .object(members)
  }

  /// All members but the name: the canonical text, from which the name follows.
  static func members(
    time: EventTime, reviewer: Reviewer, stroke: StrokeID, action: Action
  ) -> [JSONValue.Member] {
    let common: [JSONValue.Member] = [
      .init("schema", .string(schema)), .init("at", .string(time.description)),
      .init("reviewer", .string(reviewer.name)), .init("stroke", .string(stroke.description)),
      .init("action", .string(action.word)),
    ]
    guard case .decided(let log, let decision) = action else { return common }
    let judgement = decision.judgement
    let parts: [(String, JSONValue)] = [
      ("log", .string(log.digest.description)),
      ("name", log.name.isEmpty ? .null : .string(log.name)),
      ("culprit", JSONValue(log.culprit)), ("line", JSONValue(log.line)),
      ("probability", JSONValue(log.probability)),
      ("evidence", log.evidence.isEmpty ? .null : .array(log.evidence.map(JSONValue.string))),
      ("verdict", JSONValue(judgement?.verdict.rawValue)),
      ("reason", JSONValue(judgement?.reason?.rawValue)),
      ("duplicateOf", JSONValue(judgement?.duplicateOf)),
      ("rightCommit", JSONValue(judgement?.rightCommit)),
      ("note", decision.note.isEmpty ? .null : .string(decision.note)),
    ]
    return common + parts.filter { $0.1 != .null }.map { .init($0.0, $0.1) }
  }
}

extension ReviewEvent.Action {
  /// The word for the kind of action in texts and stores.
  package var word: String {
    switch self {
    case .decided: "decide"
    case .undone: "undo"
    case .redone: "redo"
    }
  }
}
