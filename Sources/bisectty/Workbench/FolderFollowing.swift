import Dispatch
import Inputs
import Synchronization
import Workbench

extension LogLoader {
  /// Begins to search some paths for logs, to read them, and to report changes from now on.
  func startFollowing(_ paths: [InputPath]) {
    do throws(WatchProblem) {
      let watch = try FolderWatch()
      state.withLock { $0.watch = watch }
      for path in paths where path != .standardInput && !path.isFolder {
        try? watch.follow(file: path)
      }
      start(paths)
      DispatchQueue(label: "folders", qos: .utility).async { [self] in
        // Asleep in the kernel while nothing changes; the program's end ends it.
        while true { take(watch.nextChanges()) }
      }
    } catch {
      start(paths)
      tell(error)
    }
  }

  /// Watches a folder that is about to be looked into.
  func follow(_ folder: InputPath) {
    guard let watch = state.withLock({ $0.watch }) else { return }
    do throws(WatchProblem) {
      try watch.follow(folder: folder)
    } catch {
      tell(error)
    }
  }

  /// Reports once that some changes will be missed.
  private func tell(_ problem: WatchProblem) {
    state.withLock { state in
      guard !state.hasReportedWatch else { return }
      state.hasReportedWatch = true
      state.news.append(
        .report(
          Status("Changes do not all show by themselves: \(problem.message); R looks", .warning))
      )
    }
    wake()
  }

  /// Applies changes in the watched folders.
  private func take(_ changes: [FolderChange]) {
    for change in changes {
      state.withLock { $0.take(change) }
      switch change {
      case .folderAppeared(let folder), .folderMoved(_, let folder):
        InputSearch.walk([folder], entering: { [self] in follow($0) }) { found in
          state.withLock { $0.takeAnew(found) }
        }
      default: break
      }
    }
    resume()
  }

  /// Reads some logs again.
  func reread(_ ids: [Int]) {
    state.withLock { $0.again += ids.reversed() }
    resume()
  }

  /// Searches the folders again and reports what is new, changed and gone.
  func reload() {
    let roots = state.withLock { $0.roots }
    Task.detached { [self] in
      var comparison = FolderComparison()
      InputSearch.walk(roots, entering: { [self] in follow($0) }) { found in
        guard case .input(let path) = found else { return }
        let stamp = FileStamp(of: path)
        state.withLock { comparison.take(path, stamp, in: &$0) }
      }
      state.withLock { $0.news.append(.reloaded(comparison.findings(in: $0))) }
      resume()
    }
  }

  /// Starts a worker if there are jobs, and wakes the run loop.
  private func resume() {
    let isIdle = state.withLock { state in
      guard state.hasWork else { return false }
      state.isComplete = false
      return state.workers == 0
    }
    if isIdle { startWorker() }
    wake()
  }
}

extension LoadingState {
  /// Whether there is something left to read.
  var hasWork: Bool { next < files.count || !again.isEmpty }

  /// Applies what has changed.
  mutating func take(_ change: FolderChange) {
    switch change {
    case .written(let path): takeAnew(.input(path))
    // Half a new log is none yet; of one that is shown already each line counts.
    case .growing(let path): if ids[path] != nil { takeAnew(.input(path)) }
    case .removed(let path): forget(ids[path].map { [$0] } ?? [])
    case .folderRemoved(let folder):
      forget(ids.filter { $0.key.isBelow(folder) }.map(\.value).sorted())
    case .folderMoved(let old, let new): move(old, to: new)
    case .missed: news.append(.changesMissed)
    case .folderAppeared: break
    }
  }

  /// Adds a file that exists now, either a new one or one that was replaced.
  mutating func takeAnew(_ found: FoundInput) {
    if case .input(let path) = found, let id = ids[path] {
      // What was not read yet will be read as it is then.
      if id < next { news.append(.changed([id])) }
    } else {
      add(found)
    }
  }

  /// A folder that was asked for has another name: its logs are gone there, and are found here.
  private mutating func move(_ old: InputPath, to new: InputPath) {
    roots = roots.map { $0 == old ? new : $0 }
    forget(ids.filter { $0.key.isBelow(old) }.map(\.value).sorted())
    news.append(
      .report(Status("\(old.text) is \(new.text) now, and is followed there", .notice)))
  }

  private mutating func forget(_ gone: [Int]) {
    for id in gone { stamps[id] = nil }
    if !gone.isEmpty { news.append(.gone(gone)) }
  }
}

/// A comparison of the files in the folders with those that are known.
private struct FolderComparison {
  private var seen: Set<Int> = []
  private var changed: [Int] = []
  private var newCount = 0

  mutating func take(_ path: InputPath, _ stamp: FileStamp?, in state: inout LoadingState) {
    guard let id = state.ids[path] else {
      newCount += 1
      state.add(.input(path))
      return
    }
    seen.insert(id)
    if path != .standardInput, id < state.next, stamp != state.stamps[id] { changed.append(id) }
  }

  func findings(in state: LoadingState) -> FolderFindings {
    let gone = state.ids.filter { !seen.contains($0.value) && $0.value < state.next }
    // Those that were added while the folders were searched have not been seen.
    let known = gone.filter { path, _ in
      FileStamp(of: path.numberedDocument?.file ?? path) == nil
    }
    return FolderFindings(
      newCount: newCount, changed: changed, gone: known.map(\.value).sorted())
  }
}
