import Kernel
import KernelTree
import TestSupport
import Testing

@Suite struct HistoryTests {
  @Test func namesTheEarliestTagOfEachCommit() throws {
    let repository = try SmallRepository()
    let one = try repository.commit("one")
    let two = try repository.commit("two")
    let three = try repository.commit("three")
    let four = try repository.commit("four")
    try repository.tag("v5.6", two)
    try repository.tag("v5.7", three)
    try repository.tag("next-20200101", four)
    let five = try repository.commit("five")
    let tree = try KernelTree(opening: repository.path)
    let absent = try revision("0123456789abcdef0123456789abcdef01234567")
    let asked = try [one, two, three, four, five].map { try revision($0) }
    let tags = try tree.nearestTags(of: asked + [absent])
    #expect(tags[asked[0]] == NearestTag(tag: "v5.6", steps: "~1"))
    #expect(tags[asked[1]] == NearestTag(tag: "v5.6"))
    #expect(tags[asked[2]] == NearestTag(tag: "v5.7"))
    #expect(tags[asked[3]] == NearestTag(tag: "next-20200101"))
    #expect(tags.count == 4)
    #expect(try tree.nearestTags(of: []).isEmpty)
  }

  @Test func listsTheCommitsBetweenTwo() throws {
    let repository = try SmallRepository()
    let good = try repository.commit("one")
    try repository.commit("two \u{1b}[2J $(x)")
    let bad = try repository.commit("three")
    let range = try KernelTree(opening: repository.path)
      .commits(afterAll: [try revision(good)], upTo: try revision(bad.prefix(12)))
    #expect(range.total == 2)
    #expect(range.commits.map(\.title) == ["three", "two \u{1b}[2J $(x)"])
    #expect(
      range.commits.first
        == CommitLine(
          commit: try revision(bad), title: "three", author: "Ada Author", date: "2020-01-03"))
  }

  @Test func showsACommitWhole() throws {
    let repository = try SmallRepository()
    try repository.commit("one", files: ["a.c": "old\n"])
    let two = try repository.commit("two\n\nbody\n", files: ["a.c": "new\n"])
    let tree = try KernelTree(opening: repository.path)
    let text = String(decoding: try tree.commitText(try revision(two)), as: UTF8.self)
    #expect(text.hasPrefix("commit \(two)\nAuthor:     Ada Author <ada@example.org>\n"))
    #expect(text.contains("\n    body\n"))
    #expect(text.contains("\n-old\n+new\n"))
    #expect(!text.contains("\u{1b}"))
  }

  @Test func tellsWhoTouchedALineLast() throws {
    let repository = try SmallRepository()
    let one = try repository.commit("one", files: ["a.c": "1\n2\n3\n"])
    let two = try repository.commit("two", files: ["a.c": "0\n1\n2 changed\n3\n"])
    try repository.commit("three", files: ["a.c": "nothing\n"])
    let tree = try KernelTree(opening: repository.path)
    let changed = try tree.origin(ofLine: 3, path: "a.c", at: try revision(two))
    #expect(changed.commit.title == "two")
    #expect(changed.commit.date == "2020-01-02")
    #expect(changed.text == "2 changed")
    let kept = try tree.origin(ofLine: 4, path: "a.c", at: try revision(two))
    #expect(kept.commit.commit.text == one)
    #expect(kept.line == 3)
    #expect(throws: KernelProblem.noLine(5, path: "a.c")) {
      try tree.origin(ofLine: 5, path: "a.c", at: try revision(two))
    }
    #expect(throws: KernelProblem.noLine(0, path: "a.c")) {
      try tree.origin(ofLine: 0, path: "a.c", at: try revision(two))
    }
  }

  @Test func findsWhatLaterCommitsSayAboutACulprit() throws {
    let repository = try SmallRepository()
    let other = try repository.commit("proc: an older change")
    let culprit = try repository.commit("proc: use a list")
    try repository.branch("stable", at: culprit)
    let crash = "possible deadlock in free_ioctx_users"
    try repository.commit("unrelated\n\nFixes: 0123456789ab (\"x\")\n")
    try repository.commit("Revert \"proc: use a list\"\n\nThis reverts commit \(culprit).\n")
    try repository.commit(
      "real\n\n\(crash)\n\nFixes: \(other.prefix(12)) (\"proc: an older change\")\n")
    let fix =
      "proc: fix the list\n\n\(crash)\n\nFixes: \(culprit.prefix(12)) (\"proc: use a list\")\n"
    let first = try repository.commit(fix)
    try repository.commit(fix, branch: "stable")
    let later = try KernelTree(opening: repository.path).laterCommits(
      about: CulpritQuestion(
        culprit: try revision(culprit), title: "proc: use a list", crash: crash))
    #expect(
      later.map(\.relation) == [.fixes, .reverts, .blamesAnother(try revision(other.prefix(12)))])
    #expect(later.map(\.copies) == [2, 1, 1])
    #expect(later.map(\.namesCrash) == [true, false, true])
    #expect(later.first?.commit.commit.text == first)
  }

  @Test func looksForFixesOfACulpritThatIsNotThere() throws {
    let repository = try SmallRepository()
    try repository.commit("fix\n\nFixes: 7bc3e6e55acf (\"proc: use a list\")\n")
    let culprit = try revision("7bc3e6e55acf0123456789abcdef0123456789ab")
    let later = try KernelTree(opening: repository.path)
      .laterCommits(about: CulpritQuestion(culprit: culprit))
    #expect(later.map(\.relation) == [.fixes])
  }
}
