import BisectionLog

/// The facts in one of syzbot's mails: results of bisections, reports, fix candidates and patch
/// tests, as the templates of syzkaller's dashboard have written them since 2017.
struct SyzbotMail {
  let text: MailedText

  /// Whether a mail comes from syzbot, or is quoted whole from it.
  var isOne: Bool {
    text.mail.from.lowercased().contains("syzbot") || text.field("dashboard link:") != nil
      || text.field("bisection log:") != nil
  }

  /// Adds the facts of the mail to a case.
  func add(to bugCase: inout BugCase) {
    addBug(to: &bugCase.bug)
    addParts(to: &bugCase)
    if let claim { bugCase.claim = claim }
  }

  // MARK: The bug

  private func addBug(to bug: inout BugCase.Bug) {
    let subject = SyzbotSubject(text.mail.subject)
    bug.title = bug.title ?? subject.title
    if bug.subsystems.isEmpty { bug.subsystems = subject.subsystems }
    let link = text.field("dashboard link:")
    bug.link = bug.link ?? link
    let replyTo = text.field("Reported-by:") ?? text.field("Reported-and-tested-by:")
    bug.replyTo = bug.replyTo ?? replyTo.map(Self.address) ?? fromAddress
    let id =
      (link.flatMap { Self.value(of: "extid=", in: $0) })
      ?? bug.replyTo.flatMap { Self.value(of: "syzbot+", in: $0) }
    bug.id = bug.id ?? id
  }

  /// The sender's own address, where it names the bug.
  private var fromAddress: String? {
    let address = Self.address(text.mail.from)
    return address.hasPrefix("syzbot+") ? address : nil
  }

  private static func address(_ text: String) -> String {
    let inner = text.split(separator: "<").last.map { $0.prefix { $0 != ">" } } ?? ""
    return String(inner.trimmedBlanks)
  }

  private static func value(of name: String, in text: String) -> String? {
    guard let range = text.firstRange(of: name) else { return nil }
    let digits = text[range.upperBound...].prefix { $0.isHexDigit }
    return digits.count >= 16 ? String(digits) : nil
  }

  // MARK: Parts

  private static let fields: [(name: String, kind: BugCase.Part.Kind)] = [
    ("bisection log:", .bisectionLog), ("final crash:", .finalReport),
    ("final oops:", .finalReport),
    ("console output:", .console), ("console+strace:", .console), ("kernel config:", .config),
    (".config is attached", .config), ("syz repro:", .syzReproducer),
    ("syzkaller reproducer:", .syzReproducer), ("C reproducer:", .cReproducer),
    ("crash report:", .report), ("patch:", .patch), ("bisect log:", .bisectionLog),
  ]

  private func addParts(to bugCase: inout BugCase) {
    var isOfBisection = claim != nil && text.field("HEAD commit:") == nil
    for line in text.lines {
      let name = line.trimmedBlanks
      isOfBisection = isOfBisection || name.hasPrefix("bisection log:")
      // Links of other protocols are also kept; the code that follows links refuses them with a
      // reason.
      guard let field = Self.fields.first(where: { name.hasPrefix($0.name) }),
        let link = name.split(whereSeparator: { $0.isWhitespace || $0 == "<" })
          .first(where: { $0.contains("://") })
      else { continue }
      add(link, as: field.kind, isOfBisection: isOfBisection, to: &bugCase)
    }
    addAssets(to: &bugCase)
    if report != nil, !bugCase.parts.contains(where: { $0.kind == .report && $0.url == nil }) {
      bugCase.parts.insert(BugCase.Part(kind: .report), at: 0)
    }
  }

  private func addAssets(to bugCase: inout BugCase) {
    guard let start = text.lines.firstIndex(where: { $0.hasPrefix("Downloadable assets:") }) else {
      return
    }
    for line in text.lines[(start + 1)...].prefix(20) {
      guard let link = line.firstRange(of: ": https://") else { break }
      add(line[link.lowerBound...].dropFirst(2), as: .asset, to: &bugCase)
    }
  }

  private func add(
    _ link: Substring, as kind: BugCase.Part.Kind, isOfBisection: Bool = false,
    to bugCase: inout BugCase
  ) {
    let url = String(link.prefix { !$0.isWhitespace && $0 != ">" })
    guard !bugCase.parts.contains(where: { $0.url == url && $0.kind == kind }) else { return }
    var part = BugCase.Part(kind: kind, url: url)
    part.isOfBisection = isOfBisection && kind == .console
    bugCase.parts.append(part)
  }

  // MARK: The claim

  /// What a bisection is said to have found; nil if the mail names no result.
  private var claim: BugCase.Claim? {
    for (index, line) in text.lines.enumerated() where !line.hasPrefix(">") {
      guard let (direction, kind) = Self.announcement(line) else { continue }
      var claim = BugCase.Claim(direction: direction, kind: kind)
      fill(&claim, from: index + 1)
      return claim
    }
    return nil
  }

  private static func announcement(_ line: Substring) -> (Direction, BugCase.Claim.Kind)? {
    let text = SmallText(line)
    guard text.holds("bisect") || text.holds("fix") else { return nil }
    if text.holds("bisected this bug to") || text.holds("bisected this issue to")
      || text.holds("bug was bisected to") || text.holds("issue was bisected to")
    {
      return (.cause, .culprit)
    }
    if text.holds("suspects this issue was fixed by") || text.holds("suspects this bug was fixed")
      || text.holds("fix commit is") || text.holds("could be fixed by")
      || text.holds("was fixed by commit") || text.holds("found a fix candidate")
      || text.holds("fix commit to backport")
    {
      return (.fix, .culprit)
    }
    guard text.holds("bisection is inconclusive") || text.holds("bisection was inconclusive")
    else { return nil }
    if text.holds("oldest") { return (.cause, .oldestRelease) }
    if text.holds("latest") || text.holds("head") { return (.fix, .latestRelease) }
    return (text.holds("fix") ? .fix : .cause, .inconclusive)
  }

  private func fill(_ claim: inout BugCase.Claim, from start: Int) {
    // The ends of the range may be named in the lines below the sentence.
    let rest = text.lines[start...].prefix(60)
    if claim.kind == .inconclusive { refine(&claim, rest) }
    switch claim.kind {
    case .culprit: fillCommit(&claim, rest)
    case .inconclusive:
      claim.commits = rest.drop { $0.leadingHash == nil }.compactMap(\.leadingHash)
    case .oldestRelease, .latestRelease: break
    }
  }

  private func refine(_ claim: inout BugCase.Claim, _ rest: ArraySlice<Substring>) {
    let text = rest.prefix(4).joined(separator: " ").lowercased()
    if text.contains("oldest tested release") {
      claim.kind = .oldestRelease
    } else if text.contains("latest tested release") || text.contains("happens on head") {
      (claim.kind, claim.direction) = (.latestRelease, .fix)
    }
  }

  /// The block `commit HASH`, `Author:`, `Date:`, an empty line, the title indented by four.
  private func fillCommit(_ claim: inout BugCase.Claim, _ rest: ArraySlice<Substring>) {
    for line in rest {
      let line = line.trimmedBlanks.count == line.count ? line : line
      if line.hasPrefix("commit "), let hash = line.dropFirst(7).leadingHash {
        claim.commits = [hash]
      } else if line.hasPrefix("Author:") {
        claim.author = String(line.dropFirst(7).trimmedBlanks)
      } else if line.hasPrefix("Date:") {
        claim.date = String(line.dropFirst(5).trimmedBlanks)
      } else if line.hasPrefix("    "), !claim.commits.isEmpty {
        claim.title = String(line.trimmedBlanks)
        return
      } else if line.hasPrefix("bisection log:") {
        return
      }
    }
  }

  // MARK: The original report

  /// The lines (from 0) of the crash report that a bug report has after its fields; nil if the mail
  /// has none.
  var report: Range<Int>? {
    guard text.field("HEAD commit:") != nil,
      let tags = text.lines.lastIndex(where: {
        $0.hasPrefix("Reported-by:") || $0.hasPrefix("Reported-and-tested-by:")
      })
    else { return nil }
    var start = tags + 1
    while start < text.lines.count,
      text.lines[start].isEmpty || text.lines[start].hasPrefix("Fixes:")
        || text.lines[start].hasPrefix("Tested-by:")
    {
      start += 1
    }
    let end =
      text.lines[start...].firstIndex { $0.trimmedBlanks == "---" || $0 == "-- " }
      ?? text.lines.count
    return end - start >= 3 ? start..<end : nil
  }
}

/// The subject of one of syzbot's mails: `Re: [syzbot] [net?] [ext4?] TITLE`.
struct SyzbotSubject {
  var title: String?
  var subsystems: [String] = []

  init(_ subject: String) {
    var rest = subject[...].trimmedBlanks
    var isOfSyzbot = false
    while true {
      if let colon = rest.firstIndex(of: ":"),
        ["re", "fwd", "fw"].contains(rest[..<colon].lowercased())
      {
        rest = rest[rest.index(after: colon)...].trimmedBlanks
      } else if rest.hasPrefix("["), let end = rest.firstIndex(of: "]") {
        let tag = rest[rest.index(after: rest.startIndex)..<end]
        rest = rest[rest.index(after: end)...].trimmedBlanks
        if tag.hasPrefix("syzbot") || tag.hasPrefix("syzkaller") {
          isOfSyzbot = true
        } else if isOfSyzbot {
          subsystems.append(String(tag.last == "?" ? tag.dropLast() : tag))
        }
      } else {
        break
      }
    }
    title = rest.isEmpty ? nil : String(rest)
  }
}
