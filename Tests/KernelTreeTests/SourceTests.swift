import BisectionLog
import Kernel
import KernelTree
import TestSupport
import Testing

@Suite struct SourceTests {
  @Test(arguments: [false, true])
  func showsAFileAsItWasAtACommit(bare: Bool) throws {
    let repository = try SmallRepository(bare: bare)
    let old = try repository.commit("one", files: ["fs/aio.c": "old\n"])
    try repository.commit("two", files: ["fs/aio.c": "new\n"])
    let tree = try KernelTree(opening: repository.path)
    #expect((tree.workTree == nil) == bare)
    #expect(!tree.isShallow)
    let file = try tree.source(path: "./fs/aio.c", at: try revision(old.prefix(12)))
    #expect(file.text.bytes == Array("old\n".utf8))
    #expect(file.path.text == "fs/aio.c")
    #expect(file.commit.text == old)
  }

  @Test func findsTheEndOfAnAbsolutePath() throws {
    let repository = try SmallRepository()
    let commit = try repository.commit(
      "one", files: ["kernel/fork.c": "a", "lib/kernel/fork.c": "b", "fork.c": "c"])
    let tree = try KernelTree(opening: repository.path)
    let file = try tree.source(path: "/build/1/kernel/fork.c", at: try revision(commit))
    #expect(file.path.text == "kernel/fork.c")
  }

  @Test func readsAnyBytesOfAnyName() throws {
    let repository = try SmallRepository()
    let names = ["a b.c", "'x'.c", "$(touch marker).c", "#syz fix.c", ":(glob)*.c", "é.c", "a:b.c"]
    let text = "one\r\n\u{1b}[2J\n\n100644 blob x\n"
    let commit = try repository.commit(
      "one", files: Dictionary(uniqueKeysWithValues: names.map { ("net/" + $0, text) }))
    let tree = try KernelTree(opening: repository.path)
    for name in names {
      let file = try tree.source(path: "net/" + name, at: try revision(commit))
      #expect(file.text.bytes == Array(text.utf8), "\(name)")
    }
  }

  @Test func saysWhatIsMissing() throws {
    let repository = try SmallRepository()
    let first = try revision(try repository.commit("one", files: ["fs/aio.c": "x"]))
    let tree = try KernelTree(opening: repository.path)
    let other = try revision("0123456789abcdef0123456789abcdef01234567")
    #expect(throws: KernelProblem.missing(other, isShallow: false)) {
      try tree.source(path: "fs/aio.c", at: other)
    }
    #expect(throws: KernelProblem.missing(try revision("v5.6"), isShallow: false)) {
      try tree.source(path: "fs/aio.c", at: try revision("v5.6"))
    }
    #expect(throws: KernelProblem.noFile(path: "fs/bio.c", first)) {
      try tree.source(path: "fs/bio.c", at: first)
    }
    #expect(throws: KernelProblem.noFile(path: "fs", first)) {
      try tree.source(path: "fs", at: first)
    }
    #expect(throws: KernelProblem.outside(path: "../etc/passwd")) {
      try tree.source(path: "../etc/passwd", at: first)
    }
  }

  @Test func saysThatAShallowRepositoryLacksACommit() throws {
    let whole = try SmallRepository()
    let old = try revision(try whole.commit("one", files: ["a.c": "1"]))
    let new = try revision(try whole.commit("two", files: ["a.c": "2"]))
    let folder = try TemporaryFolder()
    try whole.git(["clone", "--quiet", "--depth=1", "file://" + whole.path, folder.path + "/x"])
    let tree = try KernelTree(opening: folder.path + "/x")
    #expect(tree.isShallow)
    #expect(try tree.source(path: "a.c", at: new).text.bytes == Array("2".utf8))
    #expect(throws: KernelProblem.missing(old, isShallow: true)) {
      try tree.source(path: "a.c", at: old)
    }
  }

  @Test func saysThatAPartialCloneLacksContents() throws {
    let whole = try SmallRepository()
    let old = try revision(try whole.commit("one", files: ["a.c": "1"]))
    try whole.commit("two", files: ["a.c": "2"])
    try whole.git(["config", "uploadpack.allowFilter", "true"])
    let folder = try TemporaryFolder()
    try whole.git([
      "clone", "--quiet", "--filter=blob:none", "file://" + whole.path, folder.path + "/x",
    ])
    let tree = try KernelTree(opening: folder.path + "/x")
    #expect(throws: KernelProblem.noContents(path: "a.c", old)) {
      try tree.source(path: "a.c", at: old)
    }
  }
}

/// A revision that a test knows to be one.
func revision(_ text: some StringProtocol) throws -> Revision {
  try #require(Revision(String(text)))
}
