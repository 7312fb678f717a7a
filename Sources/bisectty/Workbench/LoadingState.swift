import Exports
import Inputs
import Workbench

/// Which files there are, which are read, and which messages the run loop is to get.
struct LoadingState {
  /// Where logs are looked for.
  var roots: [InputPath] = []
  /// Reports changes there; nil if the system cannot.
  var watch: FolderWatch?
  /// Whether the problem with the watch was reported.
  var hasReportedWatch = false
  /// What is to be read, by id; nil for what was passed over.
  var files: [InputPath?] = []
  /// The ids of the files, by their paths.
  var ids: [InputPath: Int] = [:]
  /// What each file was like when it was read, by its id.
  var stamps: [Int: FileStamp] = [:]
  var next = 0
  /// The ids of the files to read again.
  var again: [Int] = []
  var wanted: Int?
  /// The ids of the logs that somebody is reading.
  var reading: Set<Int> = []
  /// The ids of logs that are likely wanted next.
  var prefetchIDs: [Int] = []
  /// Logs that are ready to be shown, the latest last.
  var ready: [PrefetchedLog] = []
  var isSearching = true
  var workers = 0
  var isComplete = false
  var lastWake = ContinuousClock.now
  var found: [LogEntry] = []
  var settled: [(id: Int, state: LogEntry.State)] = []
  /// The beginning of a log that takes a while to read.
  var beginning: LogPreview?
  var opened: [Message] = []
  /// What has changed in the folders.
  var news: [Message] = []
  /// Which search through all logs is the latest; an earlier one stops.
  var latestSearch = 0
  var hits: [Message] = []
  /// What came through standard input and pipes, which can be read only once.
  var piped: [InputPath: ReadLog] = [:]
  var failures: [CommandFailure] = []
  var readableCount = 0
}

extension LoadingState {
  /// Whether all files are found and read.
  var hasFinished: Bool { !isSearching && !hasWork && workers == 0 }

  /// Whether a log is read, and it is known whether there are others.
  var hasFirst: Bool { readableCount > 0 && (!isSearching || files.count > 1) }

  /// Adds what the search found.
  mutating func add(_ item: FoundInput) {
    let id = files.count
    switch item {
    case .input(let path):
      files.append(path)
      ids[path] = id
      found.append(LogEntry(id: id, path: path.text))
    case .passedOver(let path): add(InputError(path: path, problem: .notAFile))
    case .failed(let error): add(error)
    }
  }

  /// The id of a file, and whether it is new; the caller informs the list.
  mutating func place(of path: InputPath) -> (id: Int, isNew: Bool) {
    if let id = ids[path] { return (id, false) }
    let id = files.count
    files.append(path)
    ids[path] = id
    return (id, true)
  }

  private mutating func add(_ error: InputError) {
    failures.append(CommandFailure(error))
    found.append(
      LogEntry(id: files.count, path: error.path.text, state: .failed(error.problem.message)))
    files.append(nil)
  }

  /// What a worker is to do next; nil sends it home.
  mutating func nextJob() -> Job? {
    let job = chooseJob()
    if let job { reading.insert(job.id) } else { workers -= 1 }
    return job
  }

  private mutating func chooseJob() -> Job? {
    // Who is reading it already will hand it over.
    if let id = wanted, files.indices.contains(id), !reading.contains(id) {
      wanted = nil
      if let path = files[id] { return Job(id: id, path: path, purpose: .show) }
    }
    while let id = prefetchIDs.popLast() {
      guard files.indices.contains(id), !ready.contains(where: { $0.log.id == id }) else {
        continue
      }
      if let path = files[id] { return Job(id: id, path: path, purpose: .prefetch) }
    }
    while next < files.count {
      let id = next
      next += 1
      if let path = files[id] { return Job(id: id, path: path) }
    }
    while let id = again.popLast() {
      if let path = files[id] { return Job(id: id, path: path, purpose: .relist) }
    }
    return nil
  }

  /// Applies the result of reading a file; returns whether the run loop should be woken.
  mutating func take(
    _ result: Result<MadeLog, CommandFailure>, of job: Job, pace: Swift.Duration
  ) -> Bool {
    reading.remove(job.id)
    if let opened = (try? result.get())?.opened, let stamp = stamps[job.id] {
      keepPrefetched(opened, stamp)
    }
    if job.isListed { takeListed(result, of: job) }
    let isWanted = satisfies(result, of: job)
    if job.purpose == .show || isWanted {
      if isWanted { wanted = nil }
      takeWanted(result, of: job)
      return true
    }
    if job.purpose == .prefetch { return false }
    let now = ContinuousClock.now
    guard readableCount == 1 || job.purpose == .relist || lastWake.duration(to: now) > pace else {
      return false
    }
    lastWake = now
    return true
  }

  /// Whether this is what the user waits for: one that was only listed has to be read once more.
  private func satisfies(_ result: Result<MadeLog, CommandFailure>, of job: Job) -> Bool {
    guard wanted == job.id, stamps[job.id] == FileStamp(of: job.path) else { return false }
    if case .success(let log) = result { return log.opened != nil }
    return true
  }

  private mutating func takeListed(_ result: Result<MadeLog, CommandFailure>, of job: Job) {
    switch result {
    case .success(let log):
      if let listed = log.listed { settled.append((job.id, listed)) }
      readableCount += 1
    case .failure where job.purpose == .relist && FileStamp(of: job.path) == nil:
      news.append(.gone([job.id]))
    case .failure(let failure):
      settled.append((job.id, .failed(failure.message)))
      failures.append(failure)
    }
  }

  /// Applies a log that was read again to be shown; its file may be gone meanwhile, which the list
  /// then shows.
  private mutating func takeWanted(_ result: Result<MadeLog, CommandFailure>, of job: Job) {
    if case .failure(let failure) = result {
      if FileStamp(of: job.path) == nil {
        news.append(.gone([job.id]))
      } else {
        settled.append((job.id, .failed(failure.message)))
      }
    }
    opened.append(.opened((try? result.get())?.opened, id: job.id))
  }
}
