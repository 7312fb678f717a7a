import Cases

extension FetchRun {
  /// A bug by its link: both of its pages, then what they link to.
  @discardableResult
  func add(_ link: BugLink) throws(FetchEnd) -> FetchedBug {
    if let known = cases[link.page.text] { return known }
    let bug = FetchedBug(otherName: "bug")
    bug.bug.link = link.page.text
    bug.bug.id = link.id
    bug.dashboardID = link.dashboardID
    cases[link.page.text] = bug
    guard allowed(link.page.text, on: nil) != nil else { return bug }
    bug.openPages = 2
    try want(link.data, .page(bug, .bugData, link.data))
    try want(link.page, .page(bug, .bugPage, link.page))
    return bug
  }

  /// A text by its link alone: its bug is unknown.
  func addAlone(_ link: WebLink, _ kind: CaseIndex.Kind) throws(FetchEnd) {
    guard cases[link.text] == nil else { return }
    let bug = FetchedBug(
      otherName: "\(CaseFolder.name(kind).stem)-\(FixedText.number(of: link) ?? "")")
    cases[link.text] = bug
    guard let link = allowed(link.text, on: nil) else { return }
    bug.add(kind, link)
    try place(bug)
  }

  /// The bugs of a list.
  func addBugs(of list: WebLink, _ page: [UInt8]) throws(FetchEnd) {
    guard let references = BugListData.links(page) else {
      return fail(list.text, "lists no bugs as JSON, name a page of the dashboard with a list")
    }
    for reference in references.prefix(options.bugLimit) {
      guard let link = allowed(reference, on: list) else { continue }
      if let bug = BugLink(link) { try add(bug) } else { failUnknown(link) }
    }
  }

  /// The bugs that the mails of a thread are about; the thread belongs to each.
  func addThread(_ mailbox: [UInt8], from link: WebLink) throws(FetchEnd) {
    let mails = FetchedMails(mailbox)
    if mails.cases.isEmpty {
      let bug = FetchedBug(otherName: ThreadLink.message(of: link))
      cases[link.text] = bug
      bug.waitingFiles.append((.thread, link.text, mailbox))
      return try place(bug)
    }
    for bugCase in mails.cases {
      try add(bugCase, from: link.text, file: (.thread, link.text, mailbox))
    }
  }

  /// A bug that a mail is about: the links of the mail and of the bug's page.
  @discardableResult
  func add(
    _ bugCase: BugCase, from name: String, file: FetchedBug.File?
  ) throws(FetchEnd) -> FetchedBug {
    let page = bugCase.bug.link.flatMap { allowed($0, on: nil) }
    let link = page.flatMap { BugLink($0) }
    if let page, link == nil { failUnknown(page) }
    let bug = try link.map { link throws(FetchEnd) in try add(link) } ?? unlinked(bugCase)
    bug.takeMissing(of: bugCase.bug)
    if let file, !bug.waitingFiles.contains(where: { $0.url == file.url && $0.kind == file.kind }) {
      bug.waitingFiles.append(file)
    }
    for part in bugCase.parts.prefix(Self.mailLinkLimit) where part.kind != .asset {
      guard let link = part.url.flatMap({ allowed($0, on: nil) }) else { continue }
      bug.add(.part(part.kind), link)
    }
    if bugCase.parts.count > Self.mailLinkLimit {
      let count = bugCase.parts.count
      fail(name, "names \(count) links of one bug, only \(Self.mailLinkLimit) are asked for")
    }
    if bug.openPages == 0 { try place(bug) }
    return bug
  }

  /// Some parts of a bug that is known.
  func addParts(of bugCase: BugCase) throws(FetchEnd) {
    let bug = unlinked(bugCase)
    bug.bug = bugCase.bug
    for part in bugCase.parts {
      guard let link = part.url.flatMap({ allowed($0, on: nil) }) else { continue }
      bug.add(.part(part.kind), link)
    }
    try place(bug)
  }

  /// A bug whose page nobody named.
  private func unlinked(_ bugCase: BugCase) -> FetchedBug {
    let name = bugCase.bug.id ?? bugCase.bug.title ?? bugCase.parts.first?.url ?? "bug"
    if let known = cases[name] { return known }
    let bug = FetchedBug(otherName: bugCase.bug.title == nil ? name : "")
    cases[name] = bug
    return bug
  }

  /// Adds the contents of a bug's page.
  func read(_ page: [UInt8], _ kind: CaseIndex.Kind, _ link: WebLink, for bug: FetchedBug) {
    bug.waitingFiles.append((kind, link.text, page))
    let parts: [PageLink]
    if kind == .bugData {
      guard let data = BugData(page) else {
        return fail(link.text, "is no JSON of a bug, open it in a browser")
      }
      bug.bug.title = data.title ?? bug.bug.title
      bug.bug.status = data.status ?? bug.bug.status
      bug.dashboardID = data.dashboardID ?? bug.dashboardID
      parts = data.parts
    } else {
      let html = BugPage(page)
      bug.bug.id = bug.bug.id ?? html.id
      bug.bug.replyTo = bug.bug.replyTo ?? html.replyTo
      parts = html.parts
    }
    for part in parts {
      if let place = allowed(part.reference, on: link) { bug.add(part.kind, place) }
    }
  }

  /// Opens a bug's folder, stores what waits for it, and asks for its parts.
  func place(_ bug: FetchedBug) throws(FetchEnd) {
    let folder = openFolder(bug)
    let (files, parts) = (bug.waitingFiles, bug.waitingParts)
    (bug.waitingFiles, bug.waitingParts) = ([], [])
    let filePlaces = files.map { folder.place(of: $0.kind, url: $0.url) }
    let partPlaces = parts.map { folder.place(of: $0.kind, url: $0.link.text) }
    for (file, place) in zip(files, filePlaces) {
      try storing { () throws(StorageProblem) in try folder.keep(file.bytes, at: place) }
    }
    bug.openParts += parts.count
    for (part, place) in zip(parts, partPlaces) {
      if folder.isAvailable(place) {
        countAvailable()
        bug.openParts -= 1
      } else {
        try want(part.link, .part(bug, place: place))
      }
    }
    try saveIfComplete(bug)
  }

  /// Stores a part that came; nil if it brought nothing.
  func keep(_ body: [UInt8]?, at place: Int, of bug: FetchedBug) throws(FetchEnd) {
    bug.openParts -= 1
    guard let folder = bug.folder else { return }
    if let body {
      try storing { () throws(StorageProblem) in try folder.keep(body, at: place) }
    }
    try saveIfComplete(bug)
  }

  private func saveIfComplete(_ bug: FetchedBug) throws(FetchEnd) {
    if bug.openParts == 0, let folder = bug.folder { try save(folder) }
  }

  /// The link of a reference, if it may be requested; reports why not.
  private func allowed(_ reference: String, on page: WebLink?) -> WebLink? {
    do throws(LinkProblem) {
      let link = if let page { try page.resolving(reference) } else { try WebLink(reference) }
      return FixedText.canonical(try options.allowed.checked(link))
    } catch {
      fail(reference, error.message)
      return nil
    }
  }

  private func failUnknown(_ link: WebLink) { fail(link.text, LinkProblem.unknownPage.message) }
}
