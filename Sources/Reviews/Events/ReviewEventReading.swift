import JSON

/// Why a text is not an event, as a phrase that follows the place.
package struct EventFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The phrase.
  package let description: String

  init(_ description: String) { self.description = description }
}

extension ReviewEvent {
  /// Reads an event from its object, strictly: it must be complete and its name must match.
  ///
  /// - Throws: ``EventFault`` if it is none, or was altered.
  package init(json: JSONValue) throws(EventFault) {
    guard case .object(let members) = json else { throw EventFault("is no object") }
    var fields = Fields(members)
    try fields.checkSchema()
    let named = try fields.required("id", EventID.init)
    let time = try fields.required("at", EventTime.init)
    let reviewer = try fields.required("reviewer", Reviewer.init)
    let stroke = try fields.required("stroke") { StrokeID($0) }
    let action = try fields.action()
    try fields.checkNothingLeft()
    self.init(time: time, reviewer: reviewer, stroke: stroke, action: action)
    guard id == named else { throw EventFault("was altered: its id does not match its content") }
  }
}

/// The members of an object that are not read yet.
private struct Fields {
  private var rest: [String: JSONValue]

  init(_ members: [JSONValue.Member]) {
    rest = Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
  }

  mutating func checkSchema() throws(EventFault) {
    guard let schema = try optional("schema", { $0 }) else {
      throw EventFault("is no review event: it has no 'schema'")
    }
    guard schema == ReviewEvent.schema else {
      throw EventFault(
        schema.hasPrefix("bisectty.review/")
          ? "is from a newer version of bisectty, update this one"
          : "is no review event: its schema is '\(schema.prefix(40))'")
    }
  }

  func checkNothingLeft() throws(EventFault) {
    guard let name = rest.keys.min() else { return }
    throw EventFault("has an unknown member '\(name.prefix(40))'")
  }

  mutating func optional<Value>(
    _ name: String, _ read: (String) -> Value?
  ) throws(EventFault) -> Value? {
    guard let value = rest.removeValue(forKey: name) else { return nil }
    guard let text = value.string, let result = read(text) else { throw invalid(name) }
    return result
  }

  mutating func required<Value>(
    _ name: String, _ read: (String) -> Value?
  ) throws(EventFault) -> Value {
    guard let value = try optional(name, read) else {
      throw EventFault("has no '\(name)'")
    }
    return value
  }

  private func invalid(_ name: String) -> EventFault {
    EventFault("has a '\(name)' that makes no sense")
  }

  mutating func action() throws(EventFault) -> ReviewEvent.Action {
    switch try required("action", { $0 }) {
    case "decide": return .decided(try log(), try decision())
    case "undo": return .undone
    case "redo": return .redone
    default: throw invalid("action")
    }
  }

  private mutating func log() throws(EventFault) -> DecidedLog {
    DecidedLog(
      digest: try required("log") { ContentDigest($0) }, name: try optional("name") { $0 } ?? "",
      culprit: try optional("culprit") { $0 }, line: try number("line", \.integer),
      probability: try number("probability", \.double), evidence: try evidence())
  }

  private mutating func number<Number>(
    _ name: String, _ read: (JSONValue) -> Number?
  ) throws(EventFault) -> Number? {
    guard let value = rest.removeValue(forKey: name) else { return nil }
    guard let number = read(value) else { throw invalid(name) }
    return number
  }

  private mutating func evidence() throws(EventFault) -> [String] {
    guard let value = rest.removeValue(forKey: "evidence") else { return [] }
    guard case .array(let elements) = value else { throw invalid("evidence") }
    let codes = elements.compactMap(\.string)
    guard codes.count == elements.count else { throw invalid("evidence") }
    return codes
  }

  private mutating func decision() throws(EventFault) -> Decision {
    let verdict = try optional("verdict", Verdict.init)
    let reason = try optional("reason", Reason.init)
    let original = try optional("duplicateOf") { $0 }
    let rightCommit = try optional("rightCommit") { $0 }
    let note = try optional("note") { $0 } ?? ""
    do throws(DecisionFault) {
      guard let verdict else {
        guard reason == nil else { throw .reasonWithoutWrong }
        guard original == nil else { throw .originalWithoutDuplicate }
        guard rightCommit == nil else { throw .rightCommitWithoutWrong }
        return try Decision(nil, note: note)
      }
      let judgement = try Judgement(
        verdict: verdict, reason: reason, duplicateOf: original, rightCommit: rightCommit)
      return try Decision(judgement, note: note)
    } catch {
      throw EventFault("makes no sense: \(error)")
    }
  }
}
