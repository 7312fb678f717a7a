import BisectionLog
import Dispatch
import Exports
import Inputs
import Screen
import Synchronization
import Workbench

/// Finds, reads and judges logs beside the run loop.
///
/// What it has found goes into an inbox that the run loop empties when it is woken. Each processor
/// takes the next file that nobody took; a log that a person wants to see goes before all others.
final class LogLoader: Sendable {
  /// The time between two reports while much is going on.
  private static let pace = Swift.Duration.milliseconds(30)

  let state = Mutex(LoadingState())
  private let waker = Mutex(Waker {})
  /// Signalled when the first log is read and when there is no more to come.
  private let progress = DispatchSemaphore(value: 0)

  /// Begins to look for logs at some paths and to read them.
  func start(_ paths: [InputPath]) {
    state.withLock { $0.roots = paths }
    Task.detached { [self] in search(paths) }
  }

  /// Waits until one log is read; where there is none, returns why each file is not one.
  func waitForALog() -> [CommandFailure]? {
    while true {
      let (isThere, failures) = state.withLock { state in
        (state.readableCount > 0, state.hasFinished ? state.failures : nil)
      }
      if isThere { return nil }
      if let failures { return failures }
      progress.wait()
    }
  }

  /// Wakes a run loop from now on.
  func connect(_ waker: Waker) {
    self.waker.withLock { $0 = waker }
    waker.wake()
  }

  /// Asks for a log to be read whole.
  func open(_ id: Int) {
    let isIdle = state.withLock { state in
      state.wanted = id
      return state.workers == 0
    }
    if isIdle { startWorker() }
  }

  /// Everything since the last call, in the order it is to be taken in.
  func messages() -> [Message] {
    state.withLock { state in
      var messages: [Message] = []
      if !state.found.isEmpty { messages.append(.found(state.found)) }
      if !state.settled.isEmpty { messages.append(.settled(state.settled)) }
      messages += state.news + state.opened + state.hits
      if !state.isComplete, state.hasFinished {
        state.isComplete = true
        messages.append(.complete)
      }
      state.found = []
      state.settled = []
      state.news = []
      state.opened = []
      state.hits = []
      return messages
    }
  }

  private func search(_ paths: [InputPath]) {
    var workers = 0
    InputSearch.walk(paths, entering: { [self] in follow($0) }) { found in
      state.withLock { $0.add(found) }
      if workers < 2 {
        workers += 1
        startWorker()
      }
    }
    state.withLock { $0.isSearching = false }
    startWorker()
  }

  func startWorker() {
    state.withLock { $0.workers += 1 }
    Task.detached { [self] in
      while let job = state.withLock({ $0.nextJob() }) { work(on: job) }
      wake()
    }
  }

  private func work(on job: Job) {
    // Taken before, so that what is written while it is read counts as a change.
    let stamp = job.path == .standardInput ? nil : FileStamp(of: job.path)
    let result = Result { () throws(CommandFailure) in try read(job.path) }
    let isDue = state.withLock { state in
      state.stamps[job.id] = stamp
      return state.take(result, of: job, pace: Self.pace)
    }
    if isDue { wake() }
  }

  private func read(_ path: InputPath) throws(CommandFailure) -> AnalysedLog {
    guard path == .standardInput else { return try analyse(path) }
    if let log = state.withLock({ $0.standardInput }) { return log }
    let log = try analyse(path)
    state.withLock { $0.standardInput = log }
    return log
  }

  func wake() {
    waker.withLock { $0 }.wake()
    progress.signal()
  }

  /// Counts a new search and lists what it has to look through.
  func beginSearch() -> (number: Int, files: [InputPath?]) {
    state.withLock { state in
      state.latestSearch += 1
      return (state.latestSearch, state.files)
    }
  }

  /// Gives up the search that is going on.
  func stopSearching() { _ = beginSearch() }

  /// Whether no search was begun since.
  func isLatest(_ number: Int) -> Bool { state.withLock { $0.latestSearch == number } }

  /// Tells the run loop what a search found.
  func tell(
    _ found: [SearchHit], _ pattern: String, files: Int, unreadable: Int, isComplete: Bool
  ) {
    let message = Message.hits(
      found, pattern: pattern, files: files, unreadable: unreadable, isComplete: isComplete)
    state.withLock { $0.hits.append(message) }
    wake()
  }

  /// The bytes of a file; nil where it cannot be read any more.
  func bytes(of path: InputPath) -> [UInt8]? {
    guard path == .standardInput else { return try? Input.read(path).bytes }
    return state.withLock { $0.standardInput?.log.source.bytes }
  }
}
