import Reviews

/// A decision that is asked for, without the time and name that the program adds.
package enum ReviewRequest: Hashable, Sendable {
  /// The decisions to make on some logs, in one stroke.
  case decide([LogDecision])
  /// Undo the latest stroke in force.
  case undo
  /// Redo what was undone last.
  case redo
}

/// The decision to make on a log.
package struct LogDecision: Hashable, Sendable {
  /// The log, as it looks at this moment.
  package var log: DecidedLog
  /// The decision.
  package var decision: Decision
}

extension ReviewRequest {
  /// The events of the request; none if there is nothing to undo or redo.
  ///
  /// All decisions of a request are one stroke, so one undo reverts them all.
  package func events(
    in book: ReviewBook, by reviewer: Reviewer, at now: EventTime
  ) -> [ReviewEvent] {
    switch self {
    case .decide(let decisions):
      let stroke = StrokeID.random()
      return decisions.flatMap {
        book.deciding($0.decision, on: [$0.log], by: reviewer, at: now, stroke: stroke)
      }
    case .undo: return [book.undoing(by: reviewer, at: now)].compactMap { $0 }
    case .redo: return [book.redoing(by: reviewer, at: now)].compactMap { $0 }
    }
  }

  /// The message if the request has no events.
  package var emptyStatus: Status {
    switch self {
    case .decide: Status("There is nothing to decide on", .dim)
    case .undo: Status("There is nothing to undo", .dim)
    case .redo: Status("There is nothing to redo", .dim)
    }
  }
}
