import Dispatch
import ReviewStore
import Reviews
import Screen
import Workbench

/// Records decisions in the store; a decision counts only once it is on disk.
final class StoreReviewRecorder: ReviewRecorder {
  let reviewer: Reviewer
  private let store: ReviewStore
  private var lastProblem: String?
  private(set) var isNotified = false

  /// A recorder for one person.
  init(store: ReviewStore, reviewer: Reviewer) {
    self.store = store
    self.reviewer = reviewer
  }

  /// Wakes a run loop from now on when the store is written to.
  func connect(_ waker: Waker) {
    guard let watch = StoreWatch(store.path) else { return }
    isNotified = true
    DispatchQueue(label: "store", qos: .utility).async {
      // Blocks in the kernel until a write; ends with the program.
      while watch.waitForWriting() { waker.wake() }
    }
  }

  func record(_ request: ReviewRequest, in book: ReviewBook) -> Message {
    let events = request.events(in: book, by: reviewer, at: .now())
    guard !events.isEmpty else { return .report(request.emptyStatus) }
    do throws(ReviewStoreError) {
      try store.append(events)
      return .recorded(events, own: true)
    } catch {
      return .notRecorded("Not kept: \(error)")
    }
  }

  func news() -> Message? {
    do throws(ReviewStoreError) {
      let events = try store.newEvents()
      lastProblem = nil
      return events.isEmpty ? nil : .recorded(events, own: false)
    } catch {
      // The same problem occurs at every check; it is reported once.
      defer { lastProblem = "\(error)" }
      return lastProblem == "\(error)" ? nil : .notRecorded("\(error)")
    }
  }
}
