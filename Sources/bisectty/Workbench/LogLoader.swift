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
/// takes the next file that nobody took; a log that a person wants to see has priority.
final class LogLoader: Sendable {
  /// The time between two reports while files are being read.
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

  /// What waiting for the first log came to.
  enum FirstLog {
    /// It is read.
    case read
    /// There is none, and why each file is not one.
    case none([CommandFailure])
    /// It takes noticeably long.
    case underway
  }

  /// Waits until one log is read, or for so long that a person would begin to wonder.
  @discardableResult
  func waitForALog(_ patience: DispatchTimeInterval = .milliseconds(20)) -> FirstLog {
    let end = DispatchTime.now() + patience
    while true {
      if state.withLock(\.hasFirst) { return .read }
      if let failures { return .none(failures) }
      // Standard input may come from a program that is still at work; its end decides.
      let isPiped = state.withLock { $0.roots.contains(.standardInput) }
      if progress.wait(timeout: isPiped ? .distantFuture : end) == .timedOut { return .underway }
    }
  }

  /// Why each file is not a log, where all were read and none is one; else nil.
  var failures: [CommandFailure]? {
    state.withLock { $0.hasFinished && $0.readableCount == 0 ? $0.failures : nil }
  }

  /// Wakes a run loop whenever there is news.
  func connect(_ waker: Waker) {
    self.waker.withLock { $0 = waker }
    waker.wake()
  }

  /// Returns a prefetched log; requests a full read of any other.
  func open(_ id: Int) -> OpenedLog? {
    let (ready, isIdle) = state.withLock { state in
      let ready = state.takePrefetched(id)
      state.wanted = ready == nil ? id : nil
      return (ready, state.workers == 0)
    }
    if ready == nil, isIdle { startWorker() }
    return ready
  }

  /// Requests logs that are likely needed next and drops the previous requests.
  func prefetch(_ ids: [Int]) {
    let isIdle = state.withLock { state in
      state.prefetchIDs = ids.reversed()
      return state.workers == 0
    }
    if isIdle { startWorker() }
  }

  /// All messages since the last call, in order.
  func messages() -> [Message] {
    state.withLock { state in
      var messages: [Message] = []
      if !state.found.isEmpty { messages.append(.found(state.found)) }
      if !state.settled.isEmpty { messages.append(.settled(state.settled)) }
      messages += state.news
      if let beginning = state.beginning { messages.append(.beginning(beginning)) }
      messages += state.opened + state.hits
      if !state.isComplete, state.hasFinished {
        state.isComplete = true
        messages.append(.complete)
      }
      state.found = []
      state.settled = []
      state.news = []
      state.beginning = nil
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
    progress.signal()
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
    if let stamp, stamp.size > Self.longRead { showBeginning(of: job, stamp) }
    let result = Result { () throws(CommandFailure) in try read(job.path) }
    let isShown = state.withLock { $0.prefetches(job) }
    let made = result.map { MadeLog($0, for: job, isShown: isShown) }
    let isDue = state.withLock { state in
      state.stamps[job.id] = stamp
      return state.take(made, of: job, pace: Self.pace)
    }
    if isDue { wake() }
  }

  /// How long a log must be for its beginning to be worth showing while it is read, in bytes.
  private static let longRead = 4 << 20

  /// Sends the run loop a preview of a log that takes long to read.
  private func showBeginning(of job: Job, _ stamp: FileStamp) {
    guard state.withLock({ $0.prefetches(job) }), let bytes = Input.beginning(of: job.path) else {
      return
    }
    let beginning = LogPreview(id: job.id, size: stamp.size, bytes: bytes)
    state.withLock { $0.beginning = beginning }
    wake()
  }

  /// The place of a file in the list; one that was not found before gets a new one, and is read.
  func entry(of path: InputPath) -> (entry: LogEntry, isNew: Bool) {
    let (id, isNew) = state.withLock { $0.place(of: path) }
    if isNew { startWorker() }
    return (LogEntry(id: id, path: path.text), isNew)
  }

  private func read(_ path: InputPath) throws(CommandFailure) -> ReadLog {
    if path.isReadOnce || path.numberedDocument != nil,
      let log = state.withLock({ $0.piped[path] })
    {
      return log
    }
    if path.numberedDocument != nil { return try ReadLog(reading: path) }
    let documents = try ArrivedInput(reading: path).documents
    let main = documents.firstIndex { $0.log.refusal == nil && !$0.log.steps.isEmpty } ?? 0
    let log = try ReadLog(documents[main], at: path)
    if path.isReadOnce { state.withLock { $0.piped[path] = log } }
    if documents.count > 1 { list(documents, but: main, of: path) }
    return log
  }

  /// Gives each other log of a mailbox a row of its own.
  ///
  /// They are kept: to read one of them again would mean to read the whole mailbox.
  private func list(_ documents: [ArrivedInput.Document], but main: Int, of path: InputPath) {
    for (index, document) in documents.enumerated() where index != main {
      let own = path.document(index + 1)
      guard let log = try? ReadLog(document, at: own) else { continue }
      state.withLock { state in
        state.piped[own] = log
        if state.ids[own] == nil { state.add(.input(own)) }
      }
    }
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

  /// Cancels the running search.
  func stopSearching() { _ = beginSearch() }

  /// Whether no search was started since.
  func isLatest(_ number: Int) -> Bool { state.withLock { $0.latestSearch == number } }

  /// Sends search results to the run loop.
  func tell(
    _ found: [SearchHit], _ pattern: String, files: Int, unreadable: Int, isComplete: Bool
  ) {
    let message = Message.hits(
      found, pattern: pattern, files: files, unreadable: unreadable, isComplete: isComplete)
    state.withLock { $0.hits.append(message) }
    wake()
  }

  /// The bytes of a file; nil if it cannot be read any more.
  func bytes(of path: InputPath) -> [UInt8]? {
    if path.numberedDocument == nil, !path.isReadOnce { return try? Input.read(path).bytes }
    return state.withLock { $0.piped[path]?.log.source.bytes }
  }
}
