import ReviewStore
import Reviews
import Workbench

/// Records decisions in memory, for sessions without a store.
final class InMemoryReviewRecorder: ReviewRecorder {
  let reviewer: Reviewer

  /// A recorder for one person.
  init(reviewer: Reviewer) { self.reviewer = reviewer }

  func record(_ request: ReviewRequest, in book: ReviewBook) -> Message {
    let events = request.events(in: book, by: reviewer, at: .now())
    return events.isEmpty ? .report(request.emptyStatus) : .recorded(events, own: true)
  }

  func news() -> Message? { nil }

  /// No other process adds decisions here.
  var isNotified: Bool { true }
}
