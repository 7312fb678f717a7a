import Kernel
import Testing

@Suite struct RevisionTests {
  @Test(arguments: [
    "7bc3e6e", "7bc3e6e55acf", "79e169384f69f05c9c5e3bd7ba8ab0d7e1a2b3c4", "v5.6", "v5.6-rc1",
    "next-20200130", "heads/x", "kselftest_5.7+1",
  ])
  func takesHashesAndTags(text: String) {
    #expect(Revision(text)?.text == text)
  }

  @Test(arguments: [
    "", "-h", "--upload-pack=touch x", "v5.6..v5.7", "a...b", "HEAD~1", "HEAD^", "@{u}", "a:b",
    "^a",
    "a b", "a\nb", "a\0b", "$(touch x)", "`x`", "../x", "a/../b", "a//b", "/a", "a/", ".a", "a/.b",
    "a.",
    "refs/heads/main", "v1.lock", "\u{1b}[2J", "v5.6\u{301}", "*", "a\\b", "#syz fix",
  ])
  func refusesWhatGitCouldTakeForMore(text: String) {
    #expect(Revision(text) == nil)
  }

  @Test func namesTagsWholeSoThatNoBranchIsMeant() {
    #expect(Revision("v5.6")?.gitName == "refs/tags/v5.6")
    #expect(Revision("deadbeef")?.gitName == "deadbeef")
  }

  @Test func comparesHashesAsFarAsTheShorterGoes() throws {
    let whole = try #require(Revision("7bc3e6e55acfaabbccddeeff0011223344556677"))
    #expect(whole.agrees(with: try #require(Revision("7bc3e6e55acf"))))
    #expect(try #require(Revision("7bc3e6e")).agrees(with: whole))
    #expect(!whole.agrees(with: try #require(Revision("7bc3e6e55acd"))))
    #expect(!whole.agrees(with: try #require(Revision("v5.6"))))
  }
}
