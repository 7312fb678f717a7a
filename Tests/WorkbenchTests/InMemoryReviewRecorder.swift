import Reviews

@testable import Workbench

/// Keeps decisions in memory, all by one person, a second apart.
struct InMemoryReviewRecorder {
  /// The person.
  static let reviewer = Reviewer("ann")
  private var seconds: UInt8 = 0

  /// Keeps a decision and says what became of it.
  mutating func record(_ request: ReviewRequest, in book: ReviewBook) -> Message {
    guard let reviewer = Self.reviewer, let now = nextTime() else { return .notRecorded("no time") }
    let events = request.events(in: book, by: reviewer, at: now)
    return events.isEmpty ? .report(request.emptyStatus) : .recorded(events, own: true)
  }

  private mutating func nextTime() -> EventTime? {
    seconds += 1
    return EventTime("2026-01-31T09:30:\(seconds < 10 ? "0" : "")\(seconds)Z")
  }
}
