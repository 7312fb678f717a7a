import ChildProcess
import Glibc
import Kernel
import KernelTree
import TestSupport
import Testing

@Suite struct OpeningTests {
  @Test func opensAFolderInsideARepository() throws {
    let repository = try SmallRepository()
    try repository.folder.write("fs/ext4/inode.c", "x")
    let tree = try KernelTree(opening: repository.path + "/fs/ext4")
    #expect(tree.workTree == repository.path)
    #expect(tree.repository == repository.path + "/.git")
  }

  @Test func saysThatAFolderIsNoRepository() throws {
    let folder = try TemporaryFolder()
    #expect(throws: KernelProblem.notARepository(path: folder.path)) {
      try KernelTree(opening: folder.path)
    }
    #expect(throws: KernelProblem.notARepository(path: folder.path + "/absent")) {
      try KernelTree(opening: folder.path + "/absent")
    }
  }

  @Test func saysThatThereIsNoGit() throws {
    #expect(throws: KernelProblem.noGit(reason: "no such file or directory")) {
      try KernelTree(opening: "/", program: "/no/such/git")
    }
  }

  @Test func tellsAKernelFromOtherRepositories() throws {
    let repository = try SmallRepository()
    try repository.commit("one", files: ["MAINTAINERS": "x", "Kconfig": "x"])
    #expect(KernelTree.enclosing(repository.path) == nil)
    try repository.commit("two", files: ["init/main.c": "x"])
    #expect(KernelTree.enclosing(repository.path)?.workTree == repository.path)
    #expect(KernelTree.enclosing(try TemporaryFolder().path) == nil)
  }

  @Test func answersEachQuestion() throws {
    let repository = try SmallRepository()
    let commit = try revision(try repository.commit("one", files: ["a.c": "x\n"]))
    let tree = try KernelTree(opening: repository.path)
    guard case .source = try tree.answer(.source(path: "a.c", at: commit)),
      case .commit = try tree.answer(.commit(commit)),
      case .tags = try tree.answer(.tags([commit])),
      case .later = try tree.answer(.later(CulpritQuestion(culprit: commit))),
      case .between = try tree.answer(.between([commit], commit)),
      case .origin = try tree.answer(.origin(path: "a.c", line: 1, at: commit))
    else {
      Issue.record("an answer to another question")
      return
    }
    let cancelled = Cancellation()
    cancelled.cancel()
    #expect(throws: KernelProblem.cancelled) {
      _ = try tree.answer(.commit(commit), cancellation: cancelled)
    }
  }
}
