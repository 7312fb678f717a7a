import Glibc
import TestSupport
import Testing

@testable import Inputs

@Suite struct FolderWatchTests {
  /// What a watch over a folder tells of what is done there.
  private func changes(
    of folder: TemporaryFolder, files: [String] = [], _ change: () throws -> Void
  ) throws -> [String] {
    let watch = try FolderWatch()
    if files.isEmpty { try watch.follow(folder: InputPath(folder.path)) }
    for file in files { try watch.follow(file: InputPath(folder.path + "/" + file)) }
    try change()
    // Something is always told, so that the wait ends.
    try folder.write(files.first ?? "zz-last", "end")
    return watch.nextChanges(pieces: 1).map { change in
      let name = String(change.path?.text.dropFirst(folder.path.count + 1) ?? "")
      return switch change {
      case .written: name
      case .growing: name + "+"
      case .removed: "-" + name
      case .folderAppeared: name + "/"
      case .folderRemoved: "-" + name + "/"
      case .folderMoved(_, let new): "moved to \(new.text)"
      case .missed: "missed"
      }
    }
  }

  @Test func aFileIsToldOnceItsWriterHasClosedIt() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/half"
    var descriptor: Int32 = -1
    let open = try changes(of: folder) {
      descriptor = Glibc.open(path, O_CREAT | O_WRONLY, 0o600)
      #expect(write(descriptor, "half", 4) == 4)
    }
    #expect(open == ["half+", "zz-last"])
    let closed = try changes(of: folder) { close(descriptor) }
    #expect(closed == ["half", "zz-last"])
  }

  /// A folder above which nothing is watched is found again under its new name.
  @Test func aRenamedTopFolderIsToldWithItsNewName() throws {
    let folder = try TemporaryFolder()
    let (old, new) = (folder.path + "/logs", folder.path + "/logs of last week")
    try #require(mkdir(old, 0o700) == 0 && mkdir(old + "/inner", 0o700) == 0)
    let watch = try FolderWatch()
    try watch.follow(folder: InputPath(old))
    try watch.follow(folder: InputPath(old + "/inner"))
    try #require(rename(old, new) == 0)
    #expect(watch.nextChanges() == [.folderMoved(from: InputPath(old), to: InputPath(new))])
    try watch.follow(folder: InputPath(new))
    try folder.write("logs of last week/log", "x")
    #expect(watch.nextChanges() == [.written(InputPath(new + "/log"))])
  }

  @Test func aFileThatStaysOpenIsToldToGrow() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("log", "x")
    let watch = try FolderWatch()
    try watch.follow(folder: InputPath(folder.path))
    let descriptor = Glibc.open(path, O_WRONLY | O_APPEND)
    defer { close(descriptor) }
    for _ in 0..<3 {
      #expect(write(descriptor, "more", 4) == 4)
      #expect(watch.nextChanges(growth: 1) == [.growing(InputPath(path))])
    }
  }

  @Test func whatIsWrittenToAPipeIsNoGrowth() throws {
    let folder = try TemporaryFolder()
    let pipe = folder.path + "/pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    let told = try changes(of: folder) {
      let descriptor = Glibc.open(pipe, O_RDWR | O_NONBLOCK)
      #expect(write(descriptor, "more", 4) == 4)
      close(descriptor)
    }
    #expect(told.last == "zz-last")
    #expect(!told.contains("pipe+"))
  }

  @Test func whatIsMovedHereAndAwayIsTold() throws {
    let folder = try TemporaryFolder()
    let other = try TemporaryFolder()
    let a = try folder.write("a", "x")
    let b = try other.write("b", "x")
    let told = try changes(of: folder) {
      #expect(rename(b, folder.path + "/b") == 0)
      #expect(rename(a, other.path + "/a") == 0)
    }
    #expect(told == ["b", "-a", "zz-last"])
  }

  /// As an editor saves: the old file under another name, the new one written, the old one deleted.
  @Test func ofSeveralChangesToAFileTheLastCounts() throws {
    let folder = try TemporaryFolder()
    let log = try folder.write("log", "x")
    let told = try changes(of: folder) {
      #expect(rename(log, log + "~") == 0)
      try folder.write("log", "y")
      #expect(unlink(log + "~") == 0)
    }
    #expect(told == ["log", "-log~", "zz-last"])
  }

  @Test func anotherNameOfAFileIsTold() throws {
    let folder = try TemporaryFolder()
    let other = try TemporaryFolder()
    let log = try other.write("log", "x")
    let told = try changes(of: folder) {
      #expect(symlink(log, folder.path + "/symbolic") == 0)
      #expect(link(log, folder.path + "/hard") == 0)
    }
    #expect(told == ["symbolic", "hard", "zz-last"])
  }

  @Test func hiddenFilesAndDatabasesAreNotTold() throws {
    let folder = try TemporaryFolder()
    let told = try changes(of: folder) {
      try folder.write(".log.swp", "x")
      try folder.write("reviews.sqlite-wal", "x")
    }
    #expect(told == ["zz-last"])
  }

  @Test func ofAFileThatWasNamedOnlyItsOwnChangesAreTold() throws {
    let folder = try TemporaryFolder()
    let told = try changes(of: folder, files: ["mine"]) { try folder.write("other", "x") }
    #expect(told == ["mine"])
  }

  @Test func foldersThatComeAndGoAreTold() throws {
    let folder = try TemporaryFolder()
    let told = try changes(of: folder) {
      #expect(mkdir(folder.path + "/new", 0o700) == 0)
      #expect(mkdir(folder.path + "/short", 0o700) == 0)
      #expect(rmdir(folder.path + "/short") == 0)
    }
    #expect(told == ["new/", "-short/", "zz-last"])
  }

  /// A folder that is moved away would still be reported, under a path that is no longer its own.
  @Test func aFolderThatWasMovedAwayTellsNothingMore() throws {
    let folder = try TemporaryFolder()
    let other = try TemporaryFolder()
    try folder.write("inner/deep/log", "x")
    let watch = try FolderWatch()
    for name in ["", "/inner", "/inner/deep"] {
      try watch.follow(folder: InputPath(folder.path + name))
    }
    #expect(rename(folder.path + "/inner", other.path + "/inner") == 0)
    #expect(watch.nextChanges(pieces: 1) == [.folderRemoved(InputPath(folder.path + "/inner"))])
    try other.write("inner/deep/log", "y")
    try folder.write("last", "x")
    #expect(watch.nextChanges(pieces: 1) == [.written(InputPath(folder.path + "/last"))])
  }

  @Test func noMoreFoldersAreWatchedThanTheLimit() throws {
    let folder = try TemporaryFolder()
    try folder.write("inner/log", "x")
    let watch = try FolderWatch(limit: 1)
    try watch.follow(folder: InputPath(folder.path))
    #expect(throws: WatchProblem.tooMany(1)) {
      try watch.follow(folder: InputPath(folder.path + "/inner"))
    }
    #expect(WatchProblem.tooMany(1).message == "only 1 folders can be watched")
  }

  @Test func lostEventsAreToldAndCutOnesLeftOut() {
    var bytes: [UInt8] = []
    func number(_ value: UInt32) { withUnsafeBytes(of: value) { bytes += $0 } }
    for value in [UInt32.max, UInt32(IN_Q_OVERFLOW), 0, 0] { number(value) }
    for value in [3, UInt32(IN_DELETE), 0, 16] { number(value) }
    bytes += Array("log".utf8)
    let events = bytes.withUnsafeBytes { WatchEvent.all(in: $0) }
    #expect(events == [WatchEvent(watch: -1, mask: UInt32(IN_Q_OVERFLOW), name: [])])
    var gathered = GatheredChanges()
    gathered.add([.written(InputPath("a")), .missed, .missed])
    #expect(gathered.changes == [.missed, .written(InputPath("a"))])
  }

  @Test(arguments: [("a", "a/b", true), ("a", "ab", false), ("/", "/b", true), ("a", "a", false)])
  func aPathIsBelowAFolder(folder: String, path: String, expected: Bool) {
    #expect(InputPath(path).isBelow(InputPath(folder)) == expected)
  }
}
