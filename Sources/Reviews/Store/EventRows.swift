import JSON
import Reviews

/// Events as rows of the table.
enum EventRows {
  static let insertion = """
    INSERT INTO event (id, at, reviewer, stroke, action, log, name, culprit, line, probability,
      evidence, verdict, reason, duplicate_of, note, right_commit)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
    RETURNING sequence
    """

  static let selection = """
    SELECT sequence, id, at, reviewer, stroke, action, log, name, culprit, line, probability,
      evidence, verdict, reason, duplicate_of, note, right_commit
    FROM event WHERE sequence > ? ORDER BY sequence
    """

  /// The parameters of ``insertion``.
  static func values(of event: ReviewEvent) -> [SQLiteValue] {
    let common: [SQLiteValue] = [
      .text(event.id.description), .integer(event.time.microseconds), .text(event.reviewer.name),
      .text(event.stroke.description), .text(event.action.word),
    ]
    guard case .decided(let log, let decision) = event.action else {
      return common + Array(repeating: .null, count: 11)
    }
    let judgement = decision.judgement
    return common + [
      .text(log.digest.description), .text(log.name), SQLiteValue(log.culprit),
      log.line.map { .integer(Int64($0)) } ?? .null, log.probability.map { .real($0) } ?? .null,
      SQLiteValue(text(ofEvidence: log.evidence)), SQLiteValue(judgement?.verdict.rawValue),
      SQLiteValue(judgement?.reason?.rawValue), SQLiteValue(judgement?.duplicateOf),
      .text(decision.note), SQLiteValue(judgement?.rightCommit),
    ]
  }

  /// The event of a row of ``selection``; nil if the row makes no sense.
  static func event(_ row: Statement) -> ReviewEvent? {
    guard let id = row.text(1).flatMap({ EventID($0) }),
      let reviewer = row.text(3).flatMap({ Reviewer($0) }),
      let stroke = row.text(4).flatMap({ StrokeID($0) }), let action = action(row)
    else { return nil }
    let time = EventTime(microseconds: row.number(2))
    let event = ReviewEvent(time: time, reviewer: reviewer, stroke: stroke, action: action)
    // A name that does not match shows a damaged row.
    return event.id == id ? event : nil
  }

  private static func action(_ row: Statement) -> ReviewEvent.Action? {
    switch row.text(5) {
    case "decide":
      guard let log = log(row), let decision = decision(row) else { return nil }
      return .decided(log, decision)
    case "undo": return .undone
    case "redo": return .redone
    default: return nil
    }
  }

  private static func log(_ row: Statement) -> DecidedLog? {
    guard let digest = row.text(6).flatMap({ ContentDigest($0) }) else { return nil }
    return DecidedLog(
      digest: digest, name: row.text(7) ?? "", culprit: row.text(8),
      line: row.isNull(9) ? nil : Int(row.number(9)),
      probability: row.isNull(10) ? nil : row.real(10), evidence: evidence(in: row.text(11)))
  }

  private static func decision(_ row: Statement) -> Decision? {
    let verdict = row.text(12)
    let reason = row.text(13)
    let note = row.text(15) ?? ""
    guard let verdict else { return try? Decision(nil, note: note) }
    guard let verdict = Verdict(rawValue: verdict) else { return nil }
    let known = reason.map { Reason(rawValue: $0) }
    if let known, known == nil { return nil }
    guard
      let judgement = try? Judgement(
        verdict: verdict, reason: known ?? nil, duplicateOf: row.text(14), rightCommit: row.text(16)
      )
    else { return nil }
    return try? Decision(judgement, note: note)
  }

  private static func text(ofEvidence codes: [String]) -> String? {
    guard !codes.isEmpty else { return nil }
    return String(decoding: JSONValue.array(codes.map(JSONValue.string)).text(), as: UTF8.self)
  }

  private static func evidence(in text: String?) -> [String] {
    guard let text, case .array(let codes)? = try? JSONValue(reading: text.utf8) else { return [] }
    return codes.compactMap(\.string)
  }
}
