import ReviewStore
import Reviews

/// A person who decides without the workbench.
struct ReviewWriter {
  private let store: ReviewStore
  private let reviewer: Reviewer
  private var book = ReviewBook()

  init(store: ReviewStore, reviewer: Reviewer) {
    self.store = store
    self.reviewer = reviewer
  }

  /// Records a decision on some logs as one stroke; it is on disk when this returns.
  ///
  /// - Parameter decision: makes the decision on a log from what the person noted on it before.
  mutating func keep(_ logs: [DecidedLog], decision: (String) throws -> Decision) throws {
    guard !logs.isEmpty else { return }
    do throws(ReviewStoreError) {
      book.apply(try store.newEvents())
    } catch {
      throw CommandFailure(error)
    }
    let (stroke, now) = (StrokeID.random(), EventTime.now())
    let notes = Dictionary(grouping: logs) { log in
      book.review(of: log.digest, by: reviewer)?.note ?? ""
    }
    let events = try notes.sorted { $0.key < $1.key }.flatMap { note, logs in
      book.deciding(try decision(note), on: logs, by: reviewer, at: now, stroke: stroke)
    }
    do throws(ReviewStoreError) {
      try store.append(events)
    } catch {
      throw CommandFailure(error)
    }
    book.apply(events)
  }
}
