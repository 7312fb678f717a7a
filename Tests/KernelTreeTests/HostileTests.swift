import BisectionLog
import ChildProcess
import Glibc
import Kernel
import KernelTree
import TestSupport
import Testing

/// A repository that was unpacked from anywhere is read without running anything of it.
@Suite struct HostileTests {
  @Test func runsNoProgramThatARepositoryNames() throws {
    let repository = try SmallRepository()
    let marker = repository.path + "/marker"
    let script = try repository.folder.write("evil.sh", "#!/bin/sh\ntouch \(marker)\ncat\n")
    chmod(script, 0o755)
    let commit = try revision(try repository.commit("one", files: ["a.c": "1\n"]))
    let next = try revision(
      try repository.commit(
        "two", files: ["a.c": "2\n", ".gitattributes": "*.c diff=evil filter=evil\n"]))
    try repository.folder.write(".git/info/attributes", "*.c diff=evil filter=evil\n")
    for key in [
      "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.alternateRefsCommand",
      "core.askPass", "diff.external", "diff.evil.command", "diff.evil.textconv",
      "filter.evil.smudge", "filter.evil.clean", "filter.evil.process", "gpg.program",
      "gpg.ssh.program", "pager.show", "pager.log", "pager.blame", "credential.helper",
      "alias.show", "alias.log", "interactive.diffFilter", "uploadpack.packObjectsHook",
      "remote.origin.uploadpack", "core.gitProxy",
    ] {
      try repository.git(["config", key, script])
    }
    for (key, value) in [
      ("log.showSignature", "true"), ("core.hooksPath", repository.path),
      ("remote.origin.url", repository.path),
      ("remote.origin.promisor", "true"), ("extensions.partialClone", "origin"),
      ("core.repositoryFormatVersion", "1"), ("color.ui", "always"), ("format.pretty", "%H"),
      ("log.decorate", "full"),
      ("i18n.logOutputEncoding", "UTF-16"),
      ("protocol.allow", "always"), ("protocol.file.allow", "always"),
    ] {
      try repository.git(["config", key, value])
    }
    let tree = try KernelTree(opening: repository.path)
    let absent = try revision("0123456789abcdef0123456789abcdef01234567")
    let text = String(decoding: try tree.commitText(next), as: UTF8.self)
    #expect(text.contains("\n-1\n+2\n"))
    #expect(try tree.source(path: "a.c", at: commit).text.bytes == Array("1\n".utf8))
    #expect(try tree.origin(ofLine: 1, path: "a.c", at: next).commit.title == "two")
    #expect(try tree.commits(afterAll: [commit], upTo: next).commits.map(\.title) == ["two"])
    _ = try tree.nearestTags(of: [commit, absent])
    _ = try tree.laterCommits(about: CulpritQuestion(culprit: commit))
    #expect(throws: KernelProblem.self) { try tree.commitText(absent) }
    #expect(access(marker, F_OK) != 0)
  }

  @Test func heedsNoVariablesThatPointGitElsewhere() throws {
    let repository = try SmallRepository()
    let commit = try revision(try repository.commit("one", files: ["a.c": "1\n"]))
    let environment = ChildEnvironment.current.setting([
      "GIT_DIR": "/nowhere", "GIT_EXTERNAL_DIFF": "false", "GIT_CONFIG_COUNT": "x",
    ])
    let tree = try KernelTree(opening: repository.path, environment: environment)
    #expect(try tree.source(path: "a.c", at: commit).text.bytes == Array("1\n".utf8))
  }

  @Test(arguments: [
    "$(touch marker) in free_ioctx", "`touch marker` in free_ioctx",
    "--output=marker in free_ioctx",
    "\" ; touch marker ; \" in f", "\u{1b}]52;c;eA==\u{7} in free_ioctx",
    "#syz fix: free_ioctx_users",
  ])
  func looksForHostileTitlesAsTheyAre(title: String) throws {
    let repository = try SmallRepository()
    let culprit = try revision(try repository.commit("one"))
    try repository.commit("fix\n\n\(title)\n")
    let later = try KernelTree(opening: repository.path)
      .laterCommits(about: CulpritQuestion(culprit: culprit, title: title, crash: title))
    #expect(later.map(\.relation) == [.namesCrashOnly])
    #expect(access("marker", F_OK) != 0)
    #expect(access(repository.path + "/marker", F_OK) != 0)
  }

  @Test func asksNothingThatWouldBeAnOption() throws {
    let repository = try SmallRepository()
    let commit = try revision(try repository.commit("one", files: ["a.c": "1\n"]))
    let tree = try KernelTree(opening: repository.path)
    for path in ["--output=marker", "-p", "a.c\n--batch", "a\0b"] {
      #expect(throws: KernelProblem.outside(path: path)) { try tree.source(path: path, at: commit) }
      #expect(throws: KernelProblem.outside(path: path)) {
        try tree.origin(ofLine: 1, path: path, at: commit)
      }
    }
  }
}
