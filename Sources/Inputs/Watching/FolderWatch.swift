import Glibc
import Synchronization

/// Reports changes in folders, through `inotify(7)`.
///
/// A file counts as written once its writer has closed it, so that nobody reads half a log; the
/// growth of one that is open for long, such as the log of a running bisection, is reported now and
/// then. Network file systems report only changes made on this machine.
package final class FolderWatch: Sendable {
  /// A folder, and which of its entries matter.
  private struct Folder {
    var path: InputPath
    /// The files that a person named, by their names; nil if the whole folder matters.
    var files: [[UInt8]: InputPath]?
    /// The folder itself, open, where nothing above it is watched: it leads to the new name when it is moved.
    var itself: OpenFolder?
  }

  private let descriptor: Int32
  /// How many folders are watched at most.
  private let limit: Int
  private let folders = Mutex<[Int32: Folder]>([:])

  /// Enough for any collection, and no more than the system gives to one user on small machines.
  package static let standardLimit = 8192

  /// A watch over nothing yet.
  package init(limit: Int = FolderWatch.standardLimit) throws(WatchProblem) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    self.limit = limit
    guard descriptor >= 0 else { throw .unavailable(errno) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Watches a folder, not those in it.
  package func follow(folder: InputPath) throws(WatchProblem) {
    let isTop = folders.withLock { folders in
      !folders.values.contains { $0.files == nil && folder.isBelow($0.path) }
    }
    try add(Folder(path: folder, files: nil, itself: isTop ? OpenFolder(folder) : nil))
  }

  /// Watches one file, through the folder it lies in: another file may be moved into its place.
  package func follow(file: InputPath) throws(WatchProblem) {
    try add(Folder(path: file.folder, files: [Array(file.lastComponent): file]))
  }

  private func add(_ folder: Folder) throws(WatchProblem) {
    let problem: WatchProblem? = folders.withLock { folders in
      guard folders.count < limit else { return .tooMany(limit) }
      let number = folder.path.withCString { inotify_add_watch(descriptor, $0, Self.mask) }
      guard number >= 0 else { return errno == ENOSPC ? .tooMany(folders.count) : nil }
      guard var known = folders[number] else {
        folders[number] = folder
        return nil
      }
      if let more = folder.files, let files = known.files {
        known.files = files.merging(more) { $1 }
      } else if folder.files == nil {
        known = folder
      }
      folders[number] = known
      return nil
    }
    if let problem { throw problem }
  }

  /// Waits for changes, and then until nothing has happened for a while, so that what belongs together
  /// comes together.
  ///
  /// - Parameters:
  ///   - quiet: how long nothing must happen, in milliseconds.
  ///   - pieces: after how many pieces of changes the wait ends in any case.
  ///   - growth: how long files may grow before it is reported, in tenths of a second.
  package func nextChanges(
    quiet: Int32 = 60, pieces: Int = 8, growth: Int = 10
  ) -> [FolderChange] {
    var gathered = GatheredChanges()
    var count = 0
    var naps = 0
    while count < pieces {
      if gathered.isEmpty || !gathered.canWait {
        guard wait(gathered.isEmpty ? -1 : quiet) else { break }
      } else {
        guard naps < growth else { break }
        naps += 1
        // However often a file is written to, nobody wakes for each time.
        poll(nil, 0, 100)
        guard wait(0) else { continue }
      }
      let changes = read()
      gathered.add(changes)
      if !changes.isEmpty, !gathered.canWait { count += 1 }
    }
    return gathered.changes
  }

  /// Waits until there is something to read.
  private func wait(_ milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return restarting { Int(poll(&entry, 1, milliseconds)) } > 0
  }

  private func read() -> [FolderChange] {
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
      let count = restarting { Glibc.read(descriptor, buffer.baseAddress, buffer.count) }
      guard count > 0 else { return [] }
      let events = WatchEvent.all(in: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      return folders.withLock { folders in events.compactMap { change($0, &folders) } }
    }
  }

  private static let mask = UInt32(
    truncatingIfNeeded: IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE
      | IN_DELETE | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK)

  /// What an event means.
  private func change(
    _ event: WatchEvent, _ folders: inout [Int32: Folder]
  ) -> FolderChange? {
    if event.has(IN_Q_OVERFLOW) { return .missed }
    if event.has(IN_IGNORED) { folders[event.watch] = nil }
    if event.has(IN_MOVE_SELF) { return movedFolder(event.watch, &folders) }
    guard let folder = folders[event.watch], !event.name.isEmpty else { return nil }
    let isFolder = event.has(IN_ISDIR)
    if let files = folder.files {
      guard let path = files[event.name], !isFolder else { return nil }
      return Self.ofFile(path, event)
    }
    guard InputSearch.takes(name: event.name) else { return nil }
    let path = folder.path.appending(event.name)
    guard isFolder else { return Self.ofFile(path, event) }
    if event.has(IN_CREATE, IN_MOVED_TO) { return .folderAppeared(path) }
    // A folder that is moved keeps its watch, under a path that is no longer its own.
    for (watch, inner) in folders where inner.path == path || inner.path.isBelow(path) {
      inotify_rm_watch(descriptor, watch)
      folders[watch] = nil
    }
    return .folderRemoved(path)
  }

  /// A top folder was moved: all watches below it have to be made anew, under the new names.
  private func movedFolder(_ watch: Int32, _ folders: inout [Int32: Folder]) -> FolderChange? {
    guard let folder = folders[watch], let new = folder.itself?.path, new != folder.path else {
      return nil
    }
    for (number, inner) in folders
    where inner.path == folder.path || inner.path.isBelow(folder.path) {
      inotify_rm_watch(descriptor, number)
      folders[number] = nil
    }
    return .folderMoved(from: folder.path, to: new)
  }

  private static func ofFile(_ path: InputPath, _ event: WatchEvent) -> FolderChange? {
    if event.has(IN_CLOSE_WRITE, IN_MOVED_TO) { return .written(path) }
    if event.has(IN_DELETE, IN_MOVED_FROM) { return .removed(path) }
    if event.has(IN_MODIFY) { return path.isReadOnce ? nil : .growing(path) }
    // What is created is still to be written, unless it is another name of something that is there.
    return path.isLink ? .written(path) : nil
  }
}
