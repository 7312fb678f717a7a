/// What one reviewer did, in order, and what of it can be undone and redone.
struct StrokeHistory: Sendable {
  /// Strokes in force, the one to undo next last.
  private(set) var undoable: [StrokeID] = []
  /// Strokes taken back, the one to redo next last; a new decision empties it.
  private(set) var redoable: [StrokeID] = []
  /// When the latest event was.
  var latest: EventTime? { entries.last?.time }

  private var entries: [Entry] = []
  private var begun: Set<StrokeID> = []
  private var off: Set<StrokeID> = []

  private struct Entry {
    var time: EventTime
    var id: EventID
    var stroke: StrokeID
    var kind: Kind

    init(_ event: ReviewEvent) {
      time = event.time
      id = event.id
      stroke = event.stroke
      kind =
        switch event.action {
        case .decided: .decided
        case .undone: .undone
        case .redone: .redone
        }
    }

    func precedes(_ other: Entry) -> Bool {
      time == other.time ? id < other.id : time < other.time
    }
  }

  private enum Kind { case decided, undone, redone }

  /// Whether a stroke holds: it was not undone, or redone afterwards.
  func isInForce(_ stroke: StrokeID) -> Bool { !off.contains(stroke) }

  /// Adds events that are not in it; they may come in any order and be older than the rest.
  mutating func add(_ events: [ReviewEvent]) {
    let added = events.map(Entry.init).sorted { $0.precedes($1) }
    guard let first = added.first else { return }
    let isLater = entries.last.map { $0.precedes(first) } ?? true
    entries += added
    if isLater {
      for entry in added { follow(entry) }
    } else {
      startOver()
    }
  }

  private mutating func startOver() {
    entries.sort { $0.precedes($1) }
    (undoable, redoable, begun, off) = ([], [], [], [])
    for entry in entries { follow(entry) }
  }

  private mutating func follow(_ entry: Entry) {
    let stroke = entry.stroke
    switch entry.kind {
    case .decided:
      guard begun.insert(stroke).inserted else { return }
      // Where clocks disagree, a stroke can come after its own undoing.
      if off.contains(stroke) { return redoable.append(stroke) }
      undoable.append(stroke)
      redoable.removeAll()
    case .undone:
      guard off.insert(stroke).inserted, begun.contains(stroke) else { return }
      Self.remove(stroke, from: &undoable)
      redoable.append(stroke)
    case .redone:
      guard off.remove(stroke) != nil, begun.contains(stroke) else { return }
      Self.remove(stroke, from: &redoable)
      undoable.append(stroke)
    }
  }

  private static func remove(_ stroke: StrokeID, from strokes: inout [StrokeID]) {
    guard let index = strokes.lastIndex(of: stroke) else { return }
    strokes.remove(at: index)
  }
}
