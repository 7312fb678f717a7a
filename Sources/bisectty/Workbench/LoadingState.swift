import Exports
import Inputs
import Workbench

/// Which files there are, which are read, and what the run loop is to be told.
struct LoadingState {
  /// Where logs are looked for.
  var roots: [InputPath] = []
  /// Tells what changes there; nil where the system tells nothing.
  var watch: FolderWatch?
  /// Whether it was told that not all changes will be told.
  var hasToldOfWatch = false
  /// What is to be read, by id; nil for what was passed over.
  var files: [InputPath?] = []
  /// The ids of the files, by their paths.
  var ids: [InputPath: Int] = [:]
  /// What each file was like when it was read, by its id.
  var stamps: [Int: FileStamp] = [:]
  var next = 0
  /// The ids of files that are to be read again.
  var again: [Int] = []
  var wanted: Int?
  var isSearching = true
  var workers = 0
  var isComplete = false
  var lastWake = ContinuousClock.now
  var found: [LogEntry] = []
  var settled: [(id: Int, state: LogEntry.State)] = []
  var opened: [Message] = []
  /// What has changed in the folders.
  var news: [Message] = []
  /// Which search through all logs is the latest; an earlier one stops.
  var latestSearch = 0
  var hits: [Message] = []
  /// Standard input can be read only once.
  var standardInput: AnalysedLog?
  var failures: [CommandFailure] = []
  var readableCount = 0
}

/// A file to read, to show it in the list or to open it.
struct Job {
  var id: Int
  var path: InputPath
  var isWanted = false
  var isAgain = false
}

extension LoadingState {
  /// Whether all files are found and read.
  var hasFinished: Bool { !isSearching && !hasWork && workers == 0 }

  /// Takes in what the search came across.
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

  private mutating func add(_ error: InputError) {
    failures.append(CommandFailure(error))
    found.append(
      LogEntry(id: files.count, path: error.path.text, state: .failed(error.problem.message)))
    files.append(nil)
  }

  /// What a worker is to do next; nil sends it home.
  mutating func nextJob() -> Job? {
    if let id = wanted, files.indices.contains(id) {
      wanted = nil
      if let path = files[id] { return Job(id: id, path: path, isWanted: true) }
    }
    while next < files.count {
      let id = next
      next += 1
      if let path = files[id] { return Job(id: id, path: path) }
    }
    while let id = again.popLast() {
      if let path = files[id] { return Job(id: id, path: path, isAgain: true) }
    }
    workers -= 1
    return nil
  }

  /// Takes in what became of a file and says whether it is time to tell.
  mutating func take(
    _ result: Result<AnalysedLog, CommandFailure>, of job: Job, pace: Swift.Duration
  ) -> Bool {
    if job.isWanted {
      takeWanted(result, of: job)
      return true
    }
    switch result {
    case .success(let log):
      settled.append((job.id, .read(log.digest, log.summary)))
      readableCount += 1
    case .failure where job.isAgain && FileStamp(of: job.path) == nil:
      news.append(.gone([job.id]))
    case .failure(let failure):
      settled.append((job.id, .failed(failure.message)))
      failures.append(failure)
    }
    let now = ContinuousClock.now
    guard readableCount == 1 || job.isAgain || lastWake.duration(to: now) > pace else {
      return false
    }
    lastWake = now
    return true
  }
  /// Takes in a log that was read again to be shown; its file may be gone meanwhile, which the list
  /// then says.
  private mutating func takeWanted(
    _ result: Result<AnalysedLog, CommandFailure>, of job: Job
  ) {
    switch result {
    case .success(let log): opened.append(.opened(OpenedLog(id: job.id, log), id: job.id))
    case .failure(let failure):
      if FileStamp(of: job.path) == nil {
        news.append(.gone([job.id]))
      } else {
        settled.append((job.id, .failed(failure.message)))
      }
      opened.append(.opened(nil, id: job.id))
    }
  }
}
