/// The places on the web where kernel people look things up.
package enum KernelLinks {
  private static let mainline =
    "https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git"
  private static let next = "https://git.kernel.org/pub/scm/linux/kernel/git/next/linux-next.git"

  /// A commit, and the mails about it.
  package static func commit(_ commit: Revision, title: String?) -> [Link] {
    var links = [
      Link("commit \(commit.short) in mainline", "\(mainline)/commit/?id=\(commit.text)"),
      Link("commit \(commit.short) in linux-next", "\(next)/commit/?id=\(commit.text)"),
      Link("mails that quote \(commit.short)", lore("\"\(commit.short)\"")),
    ]
    if let title, !title.isEmpty {
      links.append(Link("the patch in the mail archive", lore("s:\"\(quoted(title))\"")))
    }
    return links
  }

  /// A line of a file at a commit, the function in it, and the mails with patches to the file.
  ///
  /// - Parameters:
  ///   - line: from 1; nil for the whole file.
  ///   - tag: a release near the commit; the cross-referencer has releases only.
  package static func source(
    _ path: KernelPath, line: Int?, at commit: Revision, tag: String?, function: String?
  ) -> [Link] {
    let file = percentEncoded(path.text, keepingSlashes: true)
    let release = percentEncoded(tag ?? "latest")
    let place = line.map { "\(path.text):\($0)" } ?? path.text
    var links = [
      Link(
        "\(place) at \(commit.short)",
        "\(mainline)/tree/\(file)?id=\(commit.text)" + (line.map { "#n\($0)" } ?? "")),
      Link(
        "\(place) in elixir, \(tag ?? "latest")",
        "https://elixir.bootlin.com/linux/\(release)/source/\(file)"
          + (line.map { "#L\($0)" } ?? "")),
    ]
    if let function, !function.isEmpty {
      links.append(
        Link(
          "\(function) in elixir, \(tag ?? "latest")",
          "https://elixir.bootlin.com/linux/\(release)/A/ident/\(percentEncoded(function))"))
    }
    links.append(Link("patches to \(path.text) in the mail archive", lore("dfn:\(path.text)")))
    return links
  }

  /// A crash: the mails about it, and its bug among the open and the fixed ones.
  ///
  /// The dashboard has no search of its own; the address makes the browser look on its lists.
  package static func crash(title: String) -> [Link] {
    guard !title.isEmpty else { return [] }
    let text = percentEncoded(title).replacingMinus()
    return [
      Link("the crash in the mail archive", lore("s:\"\(quoted(title))\"")),
      Link(
        "the crash among syzbot's open bugs",
        "https://syzkaller.appspot.com/upstream#:~:text=\(text)"),
      Link(
        "the crash among syzbot's fixed bugs",
        "https://syzkaller.appspot.com/upstream/fixed#:~:text=\(text)"),
    ]
  }

  private static func lore(_ query: String) -> String {
    "https://lore.kernel.org/all/?q=\(percentEncoded(query))"
  }

  /// A quoted text for the archive's search, which has no escapes.
  private static func quoted(_ text: String) -> String {
    String(text.map { $0 == "\"" ? " " : $0 })
  }

}

extension String {
  /// A text fragment takes `-` as part of its own syntax.
  fileprivate func replacingMinus() -> String {
    String(flatMap { $0 == "-" ? Array("%2D") : [$0] })
  }
}
