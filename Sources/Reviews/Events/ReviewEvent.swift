import JSON

/// Something a reviewer did: never changed, never removed; what holds now is derived from all of them.
package struct ReviewEvent: Hashable, Sendable, Identifiable {
  /// Its name, which follows from all the rest.
  package let id: EventID
  /// When it was done, by the clock of the machine it was done on.
  package let time: EventTime
  /// Who did it.
  package let reviewer: Reviewer
  /// The stroke that it is part of, undoes, or redoes.
  package let stroke: StrokeID
  /// What was done.
  package let action: Action

  /// What a reviewer can do.
  package enum Action: Hashable, Sendable {
    /// Decides on a log.
    case decided(DecidedLog, Decision)
    /// Undoes a stroke of the same reviewer.
    case undone
    /// Restores an undone stroke.
    case redone
  }

  /// An event; its name is worked out.
  package init(time: EventTime, reviewer: Reviewer, stroke: StrokeID, action: Action) {
    self.time = time
    self.reviewer = reviewer
    self.stroke = stroke
    self.action = action
    let members = Self.members(time: time, reviewer: reviewer, stroke: stroke, action: action)
    id = EventID(of: JSONValue.object(members).text())
  }

  /// An event whose name was worked out before.
  package init(
    id: EventID, time: EventTime, reviewer: Reviewer, stroke: StrokeID, action: Action
  ) {
    self.id = id
    self.time = time
    self.reviewer = reviewer
    self.stroke = stroke
    self.action = action
  }

  /// Orders events by time, and those of one moment by name: the same order everywhere.
  package static func precedes(_ left: ReviewEvent, _ right: ReviewEvent) -> Bool {
    left.time == right.time ? left.id < right.id : left.time < right.time
  }
}
