import Reviews

@testable import Workbench

/// Keeps decisions in memory, all by one person, a second apart.
struct MemoryKeeper {
  /// The person.
  static let reviewer = Reviewer("ann")
  /// Why nothing can be kept; nil where it can.
  var problem: String?
  private var seconds: UInt8 = 0

  /// Keeps a decision and says what became of it.
  mutating func record(_ request: ReviewRequest, in book: ReviewBook) -> Message {
    guard let reviewer = Self.reviewer, let now = nextTime() else { return .notRecorded("no time") }
    if let problem { return .notRecorded(problem) }
    switch request {
    case .decide(let decisions):
      let stroke = StrokeID.random()
      return .recorded(
        decisions.flatMap {
          book.deciding($0.decision, on: [$0.log], by: reviewer, at: now, stroke: stroke)
        }, own: true)
    case .undo:
      return book.undoing(by: reviewer, at: now).map { .recorded([$0], own: true) }
        ?? .report(Status("There is nothing to undo", .dim))
    case .redo:
      return book.redoing(by: reviewer, at: now).map { .recorded([$0], own: true) }
        ?? .report(Status("There is nothing to redo", .dim))
    }
  }

  private mutating func nextTime() -> EventTime? {
    seconds += 1
    return EventTime("2026-01-31T09:30:\(seconds < 10 ? "0" : "")\(seconds)Z")
  }
}
