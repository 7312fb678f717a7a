import ReviewStore
import Reviews
import Workbench

/// Keeps decisions for this session only, for people who go on without a store.
final class MemoryKeeper: ReviewKeeper {
  let reviewer: Reviewer

  /// A keeper for one person.
  init(reviewer: Reviewer) { self.reviewer = reviewer }

  func record(_ request: ReviewRequest, in book: ReviewBook) -> Message {
    let events = request.events(in: book, by: reviewer, at: .now())
    return events.isEmpty ? .report(request.emptyStatus) : .recorded(events, own: true)
  }

  func news() -> Message? { nil }

  /// Nobody else decides here.
  var tellsOfNews: Bool { true }
}
