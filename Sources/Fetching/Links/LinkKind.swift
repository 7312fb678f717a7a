import Cases

/// What a link leads to.
package enum LinkKind: Hashable, Sendable {
  /// The dashboard's page of a bug.
  case bug(BugLink)
  /// A text that never changes: a log, a report, a reproducer.
  case part(CaseIndex.Kind)
  /// A thread of mails, with the link of its mailbox.
  case thread(WebLink)
  /// A page that lists bugs.
  case list

  /// Classifies a link by its path and query; nil for an unknown kind of link.
  package init?(_ link: WebLink) {
    if let bug = BugLink(link) {
      self = .bug(bug)
    } else if let kind = FixedText.kind(of: link) {
      self = .part(kind)
    } else if let mailbox = ThreadLink.mailbox(of: link) {
      self = .thread(mailbox)
    } else if link.host != ThreadLink.host, BugLists.isList(link) {
      self = .list
    } else {
      return nil
    }
  }
}

/// A link to a bug's page, with nothing in its query but the bug's name.
package struct BugLink: Hashable, Sendable {
  /// The page for people.
  package let page: WebLink
  /// The identifier in mails; nil if the link has the dashboard's own.
  package let id: String?
  /// The dashboard's own identifier.
  package let dashboardID: String?

  /// Accepts `…/bug?extid=E` and `…/bug?id=I`, with any other fields in the query.
  package init?(_ link: WebLink) {
    guard link.path == "/bug" else { return nil }
    id = link.queryValue("extid").flatMap(Self.checked)
    dashboardID = id == nil ? link.queryValue("id").flatMap(Self.checked) : nil
    guard let field = id.map({ "extid=" + $0 }) ?? dashboardID.map({ "id=" + $0 }) else {
      return nil
    }
    page = link.with(target: "/bug?" + field)
  }

  /// The same page for programs.
  var data: WebLink { page.with(target: page.target + "&json=1") }

  private static func checked(_ value: String) -> String? {
    (1...64).contains(value.utf8.count) && value.allSatisfy(\.isHexDigit) ? value : nil
  }
}

/// Texts that the dashboard keeps under a number, `/x/NAME?x=X` and, in older links, `/text?tag=TAG&x=X`.
enum FixedText {
  /// What such a text is; nil if the link is no such link.
  static func kind(of link: WebLink) -> CaseIndex.Kind? {
    guard number(of: link) != nil else { return nil }
    if link.path == "/text" {
      return link.queryValue("tag").map { .part(kinds[$0] ?? .asset) }
    }
    guard link.path.hasPrefix("/x/") else { return nil }
    return .part(kinds[String(link.path.dropFirst(3))] ?? .asset)
  }

  /// The number of the text; nil if the link is no such link.
  static func number(of link: WebLink) -> String? {
    guard link.path == "/text" || link.path.hasPrefix("/x/") else { return nil }
    return link.queryValue("x").flatMap { number in
      (1...32).contains(number.utf8.count) && number.allSatisfy(\.isHexDigit) ? number : nil
    }
  }

  /// The link with nothing in its query but what names the text.
  static func canonical(_ link: WebLink) -> WebLink {
    guard let number = number(of: link) else { return link }
    let tag = link.path == "/text" ? link.queryValue("tag").map { "tag=\($0)&" } : ""
    return link.with(target: "\(link.path)?\(tag ?? "")x=\(number)")
  }

  private static let kinds: [String: BugCase.Part.Kind] = [
    "bisect.txt": .bisectionLog, "Log": .bisectionLog, "report.txt": .report,
    "CrashReport": .report, "log.txt": .console, "CrashLog": .console, ".config": .config,
    "KernelConfig": .config, "repro.syz": .syzReproducer, "ReproSyz": .syzReproducer,
    "repro.c": .cReproducer, "ReproC": .cReproducer, "patch.diff": .patch, "Patch": .patch,
  ]
}

/// Links into the archive of the mailing lists.
enum ThreadLink {
  static let host = "lore.kernel.org"

  /// The mailbox of the whole thread that a link to a thread or to one of its mails belongs to.
  static func mailbox(of link: WebLink) -> WebLink? {
    let parts = link.path.split(separator: "/")
    guard parts.count >= 2, !["x", "bug", "text"].contains(parts[0]) else { return nil }
    let isMessage = parts[1].contains("@") || parts[1].contains("%40")
    guard isMessage || link.host == host else { return nil }
    let list = parts[0] == "r" ? "all" : parts[0]
    return link.with(target: "/\(list)/\(parts[1])/t.mbox.gz")
  }

  /// The message's name in a link to its thread.
  static func message(of link: WebLink) -> String {
    String(link.path.split(separator: "/").dropFirst().first ?? "thread")
  }
}

/// Pages of the dashboard that list bugs.
enum BugLists {
  /// Whether a path can be such a page, `/upstream` or `/upstream/s/ext4`.
  static func isList(_ link: WebLink) -> Bool {
    let first = link.path.split(separator: "/").first
    return first.map { !["x", "bug", "text", "crash", "assets"].contains($0) } ?? false
  }

  /// The same page for programs.
  static func data(_ link: WebLink) -> WebLink {
    if link.queryValue("json") == "1" { return link }
    return link.with(target: link.target + (link.target.contains("?") ? "&" : "?") + "json=1")
  }
}
