import Kernel
import Testing

@Suite struct LinkTests {
  private let commit = Revision("7bc3e6e55acfaabbccddeeff0011223344556677")

  @Test func leadsToTheCommitAndItsPatch() throws {
    let links = KernelLinks.commit(try #require(commit), title: "proc: Use a list & \"more\"")
    #expect(
      links.map(\.url) == [
        "https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/commit/"
          + "?id=7bc3e6e55acfaabbccddeeff0011223344556677",
        "https://git.kernel.org/pub/scm/linux/kernel/git/next/linux-next.git/commit/"
          + "?id=7bc3e6e55acfaabbccddeeff0011223344556677",
        "https://lore.kernel.org/all/?q=%227bc3e6e55acf%22",
        "https://lore.kernel.org/all/?q=s%3A%22proc%3A%20Use%20a%20list%20%26%20%20more%20%22",
      ])
  }

  @Test func leadsToTheLineAtTheCommitAndInTheRelease() throws {
    let path = try #require(KernelPath("fs/a file.c"))
    let links = KernelLinks.source(
      path, line: 618, at: try #require(commit), tag: "v5.6-rc1", function: "free_ioctx")
    #expect(
      links.map(\.url) == [
        "https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/tree/fs/a%20file.c"
          + "?id=7bc3e6e55acfaabbccddeeff0011223344556677#n618",
        "https://elixir.bootlin.com/linux/v5.6-rc1/source/fs/a%20file.c#L618",
        "https://elixir.bootlin.com/linux/v5.6-rc1/A/ident/free_ioctx",
        "https://lore.kernel.org/all/?q=dfn%3Afs%2Fa%20file.c",
      ])
  }

  @Test func takesTheLatestReleaseWhereNoneIsKnown() throws {
    let path = try #require(KernelPath("fs/aio.c"))
    let links = KernelLinks.source(
      path, line: nil, at: try #require(commit), tag: nil, function: nil)
    #expect(links.map(\.url).contains("https://elixir.bootlin.com/linux/latest/source/fs/aio.c"))
    #expect(links.count == 3)
  }

  @Test func leadsToTheCrash() {
    #expect(
      KernelLinks.crash(title: "KASAN: use-after-free in x").map(\.url) == [
        "https://lore.kernel.org/all/?q=s%3A%22KASAN%3A%20use-after-free%20in%20x%22",
        "https://syzkaller.appspot.com/upstream#:~:text=KASAN%3A%20use%2Dafter%2Dfree%20in%20x",
        "https://syzkaller.appspot.com/upstream/fixed#:~:text=KASAN%3A%20use%2Dafter%2Dfree%20in%20x",
      ])
    #expect(KernelLinks.crash(title: "").isEmpty)
  }

  @Test(arguments: [
    "a\u{1b}]8;;https://evil.example\u{7}", "x\" onclick=\"y", "<script>", "a\r\nb: c",
    "ü 中 \u{202e}",
    "\0", "#syz fix: y", "a%20b",
  ])
  func holdsNothingButPlainSafeCharacters(text: String) throws {
    let commit = try #require(commit)
    var links = KernelLinks.crash(title: text) + KernelLinks.commit(commit, title: text)
    if let path = KernelPath(text) {
      links += KernelLinks.source(path, line: 1, at: commit, tag: text, function: text)
    }
    let allowed = Set(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#=%")
    for link in links {
      #expect(link.url.allSatisfy(allowed.contains), "\(link.url)")
      #expect(link.url.hasPrefix("https://"))
    }
  }

  @Test func isWrittenForTerminals() throws {
    let link = try #require(KernelLinks.crash(title: "a b").first)
    #expect(
      link.terminalHyperlink(around: "x")
        == "\u{1b}]8;;https://lore.kernel.org/all/?q=s%3A%22a%20b%22\u{1b}\\x\u{1b}]8;;\u{1b}\\")
  }
}
