import Kernel
import Testing

@Suite struct LaterCommitTests {
  private func question() throws -> CulpritQuestion {
    CulpritQuestion(
      culprit: try #require(Revision("7bc3e6e55acfaabbccddeeff0011223344556677")),
      title: "proc: Use a list of inodes", crash: "possible deadlock in free_ioctx_users")
  }

  @Test(arguments: [
    "Fixes: 7bc3e6e55acf (\"anything\")", "fixes: 7bc3e6e", "Fixes: commit 7bc3e6e55acf",
    "  Fixes: 7bc3e6e55acfaabbccddeeff0011223344556677",
  ])
  func findsItsFixesLine(line: String) throws {
    let relation = try question().relation(of: "title\n\nbody\n\n\(line)\nSigned-off-by: A\n")
    #expect(relation?.relation == .fixes)
    #expect(relation?.namesCrash == false)
  }

  @Test func findsReverts() throws {
    let message =
      "Revert \"x\"\n\nThis reverts commit 7bc3e6e55acfaabbccddeeff0011223344556677.\n"
    #expect(try question().relation(of: message)?.relation == .reverts)
  }

  @Test func findsTheNamesakeOfATreeThatRewritesCommits() throws {
    let hash = try #require(Revision("1234567890ab"))
    let message = "fix\n\nFixes: 1234567890ab (\"proc: Use a list of inodes\")"
    #expect(try question().relation(of: message)?.relation == .fixesNamesake(hash))
  }

  @Test func seesThatAFixOfTheCrashBlamesAnother() throws {
    let hash = try #require(Revision("1234567890ab"))
    let report = "fix\n\nsyzbot reports: possible deadlock in free_ioctx_users\n\n"
    let relation = try question().relation(of: report + "Fixes: 1234567890ab (\"other\")")
    #expect(relation?.relation == .blamesAnother(hash))
    #expect(try question().relation(of: report)?.relation == .namesCrashOnly)
  }

  @Test(arguments: [
    "", "Fixes: 7bc3e6f55acf", "mentions 7bc3e6e55acf only", "Fixes: 7bc", "Fixes: the build",
    "reverts commit later", "Fixes: -1",
  ])
  func isSilentAboutOtherMessages(message: String) throws {
    #expect(try question().relation(of: message) == nil)
  }

  @Test func looksForNoTitleThatWouldBeFoundAnywhere() throws {
    let culprit = try #require(Revision("7bc3e6e"))
    let short = CulpritQuestion(culprit: culprit, title: "Linux 5.6", crash: "no output")
    #expect(short.patterns.count == 3)
    let lines = CulpritQuestion(culprit: culprit, title: "a title\n.* of two lines")
    #expect(lines.patterns.count == 3)
  }
}
