extension ReviewBook {
  /// The events of one stroke: the same decision on one log or many.
  ///
  /// They are not in the book yet: a store first makes them durable. A log that is twice among
  /// `logs` counts once.
  package func deciding(
    _ decision: Decision, on logs: [DecidedLog], by reviewer: Reviewer, at now: EventTime,
    stroke: StrokeID = .random()
  ) -> [ReviewEvent] {
    let time = time(by: reviewer, at: now)
    var seen: Set<ContentDigest> = []
    return logs.filter { seen.insert($0.digest).inserted }.map { log in
      ReviewEvent(time: time, reviewer: reviewer, stroke: stroke, action: .decided(log, decision))
    }
  }

  /// The event that undoes a reviewer's latest stroke in force; nil if there is none.
  package func undoing(by reviewer: Reviewer, at now: EventTime) -> ReviewEvent? {
    history(of: reviewer).undoable.last.map { stroke in
      ReviewEvent(
        time: time(by: reviewer, at: now), reviewer: reviewer, stroke: stroke, action: .undone)
    }
  }

  /// The event that redoes the stroke a reviewer undid last; nil if there is none.
  package func redoing(by reviewer: Reviewer, at now: EventTime) -> ReviewEvent? {
    history(of: reviewer).redoable.last.map { stroke in
      ReviewEvent(
        time: time(by: reviewer, at: now), reviewer: reviewer, stroke: stroke, action: .redone)
    }
  }

  /// The logs that the next undoing changes; empty if there is nothing to undo.
  package func nextUndo(by reviewer: Reviewer) -> [ContentDigest] {
    history(of: reviewer).undoable.last.map { logs(of: $0, by: reviewer) } ?? []
  }

  /// The logs that the next redoing changes; empty if there is nothing to redo.
  package func nextRedo(by reviewer: Reviewer) -> [ContentDigest] {
    history(of: reviewer).redoable.last.map { logs(of: $0, by: reviewer) } ?? []
  }

  /// A time for a new event: now, but after all that the reviewer did, also when a clock was set back.
  private func time(by reviewer: Reviewer, at now: EventTime) -> EventTime {
    history(of: reviewer).latest.map { max(now, $0.next) } ?? now
  }
}
