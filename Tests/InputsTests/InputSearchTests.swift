import Glibc
import TestSupport
import Testing

@testable import Inputs

@Suite struct InputSearchTests {
  /// What the search finds below a folder, with the folder's own path left out.
  private func search(_ folder: TemporaryFolder, _ names: [String] = [""]) -> [String] {
    let paths = names.map { InputPath(folder.path + ($0.isEmpty ? "" : "/" + $0)) }
    return InputSearch.find(paths).map { found in
      switch found {
      case .input(let path): String(path.text.dropFirst(folder.path.count + 1))
      case .passedOver(let path): "over " + String(path.text.dropFirst(folder.path.count + 1))
      case .failed(let error):
        "\(error.problem) " + String(error.path.text.dropFirst(folder.path.count + 1))
      }
    }
  }

  @Test func findsFilesAtAnyDepthInOrder() throws {
    let folder = try TemporaryFolder()
    for name in ["b", "a/2", "a/10", "a/deep/er/still", "c", ".hidden", ".git/config"] {
      try folder.write(name, "x")
    }
    #expect(search(folder) == ["a/10", "a/2", "a/deep/er/still", "b", "c"])
  }

  @Test func leavesTheStoreOfReviewsAlone() throws {
    let folder = try TemporaryFolder()
    for name in ["log", "r.sqlite", "r.sqlite-wal", "r.sqlite-shm"] { try folder.write(name, "x") }
    #expect(search(folder) == ["log"])
  }

  @Test func takesNamedFilesInTheOrderGiven() throws {
    let folder = try TemporaryFolder()
    for name in ["b", "a", ".hidden", "c/1"] { try folder.write(name, "x") }
    let names = ["c", "b", ".hidden", "absent", "a", "b"]
    #expect(search(folder, names) == ["c/1", "b", ".hidden", "missing absent", "a", "b"])
  }

  @Test func keepsNamesThatAreNoText() throws {
    let folder = try TemporaryFolder()
    let name: [UInt8] = [0x61, 0x0A, 0x1B, 0xFF, 0x62]
    let path = InputPath(folder.path).appending(name)
    let descriptor = path.withCString { open($0, O_CREAT | O_WRONLY, 0o600) }
    try #require(descriptor >= 0)
    #expect(write(descriptor, "log", 3) == 3)
    close(descriptor)
    #expect(InputSearch.find([InputPath(folder.path)]) == [.input(path)])
    #expect(try Input.read(path).bytes == Array("log".utf8))
  }

  @Test func saysOfWhatItMayNotLookInto() throws {
    let folder = try TemporaryFolder()
    for name in ["a/log", "b/log"] { try folder.write(name, "x") }
    try #require(chmod(folder.path + "/a", 0) == 0)
    #expect(Unprivileged.reach { search(folder) } == ["permissionDenied a", "b/log"])
  }

  @Test func endsInALoopOfLinks() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/log", "x")
    try #require(symlink("..", folder.path + "/a/up") == 0)
    try #require(symlink("a", folder.path + "/again") == 0)
    try #require(symlink("self", folder.path + "/self") == 0)
    let found = search(folder)
    #expect(found.filter { $0.hasSuffix("log") } == ["a/log"])
    #expect(found.last?.hasSuffix(" self") == true)
    #expect(found.count == 2)
  }

  @Test func followsLinksToFilesAndSaysWhichLeadNowhere() throws {
    let folder = try TemporaryFolder()
    let target = try folder.write("target", "x")
    try #require(symlink(target, folder.path + "/link") == 0)
    try #require(symlink("nowhere", folder.path + "/dangling") == 0)
    #expect(search(folder) == ["missing dangling", "link", "target"])
  }

  @Test func passesOverPipesAndSockets() throws {
    let folder = try TemporaryFolder()
    try folder.write("log", "x")
    try #require(mkfifo(folder.path + "/pipe", 0o600) == 0)
    #expect(search(folder) == ["log", "over pipe"])
    // Named by a person, a pipe is an input: the shell's <(command) is one.
    #expect(search(folder, ["pipe"]) == ["pipe"])
  }

  @Test func standardInputCountsOnce() {
    let error = InputError(path: .standardInput, problem: .standardInputUsedUp)
    let found = InputSearch.find([.standardInput, .standardInput])
    #expect(found == [.input(.standardInput), .failed(error)])
  }

  @Test func namesOfPathsAreTheirLastComponents() {
    #expect(InputPath("a/b/log.txt").name == "log.txt")
    #expect(InputPath("a/b//").name == "b")
    #expect(InputPath("/").name == "")
    #expect(InputPath("a/").appending([0x62]) == InputPath("a/b"))
  }
}
