import Reviews
import Synchronization

/// The reviews on disk: an SQLite database that events are only ever added to.
///
/// Several processes may use it at once. It may be used from any thread; a call waits for the disk.
package final class ReviewStore: Sendable {
  /// The file.
  package let path: String

  private let state: Mutex<OpenStore>

  private init(path: String, opened: sending OpenStore) {
    self.path = path
    state = Mutex(opened)
  }

  /// Opens the store in a file; the file and its directories are made where they are missing.
  ///
  /// - Throws: ``ReviewStoreError`` if it cannot be used; nothing was changed then.
  package static func open(_ path: String) throws(ReviewStoreError) -> ReviewStore {
    do throws(ReviewStoreError.Problem) {
      try makeDirectories(above: path)
      return ReviewStore(path: path, opened: try OpenStore(path: path))
    } catch {
      throw ReviewStoreError(path: path, problem: error)
    }
  }

  /// Adds events; when it returns, they are on disk, all of them.
  ///
  /// Events that are there already change nothing. Returns how many were new.
  ///
  /// - Throws: ``ReviewStoreError``; none of the events was added then.
  @discardableResult
  package func append(_ events: [ReviewEvent]) throws(ReviewStoreError) -> Int {
    try withStore { (store: OpenStore) throws(ReviewStoreError.Problem) -> Int in
      try store.append(events)
    }
  }

  /// The events since the last call, by any process; at first all there are.
  ///
  /// It costs next to nothing while no other process adds any, so it may be called every moment.
  /// What this store appended itself can come again.
  ///
  /// - Throws: ``ReviewStoreError``; the same events come at the next call then.
  package func newEvents() throws(ReviewStoreError) -> [ReviewEvent] {
    try withStore { (store: OpenStore) throws(ReviewStoreError.Problem) -> [ReviewEvent] in
      try store.newEvents()
    }
  }

  private func withStore<Result: Sendable>(
    _ body: (OpenStore) throws(ReviewStoreError.Problem) -> Result
  ) throws(ReviewStoreError) -> Result {
    try state.withLock { (store: inout OpenStore) throws(ReviewStoreError) -> Result in
      do throws(ReviewStoreError.Problem) {
        return try body(store)
      } catch {
        throw ReviewStoreError(path: path, problem: error)
      }
    }
  }
}
