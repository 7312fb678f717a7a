import Cases

extension Model {
  /// Goes to the parts of the case in the culprit pane.
  mutating func goToCase() -> [Effect] {
    guard let row = caseRow else {
      status = Status(
        "No case is known; open a mail, a fetched folder or a link to a bug", .dim)
      return []
    }
    remember()
    _ = focus(on: .culprit)
    // Most of the case's rows are also visible.
    var state = PaneState()
    state.cursor = row
    state.top = max(0, row - 5)
    desk.states[.culprit] = state
    return []
  }

  /// Opens a part that is available, or gets it.
  mutating func openPart(_ index: Int) -> [Effect] {
    guard let bugCase = shownCase, bugCase.parts.indices.contains(index) else { return [] }
    let part = bugCase.parts[index]
    if part.kind == .report, part.url == nil { return showMailedReport() }
    if isOpened(part) { return focus(on: .timeline) }
    guard let path = part.path else {
      guard let link = part.url, let host = part.host else {
        status = Status("No mail and no page links to this part", .dim)
        return []
      }
      return get([link], from: [host])
    }
    switch part.kind {
    case .bisectionLog, .report, .finalReport, .console: return [.openFile(path: path)]
    case .config, .syzReproducer, .cReproducer, .patch, .asset: return [.readPart(part)]
    }
  }

  /// Shows the original report that is in the mail itself.
  private mutating func showMailedReport() -> [Effect] {
    showReport(last: false)
    return focus(on: .stack)
  }

  /// Gets all parts of the case that are not available.
  mutating func getCase() -> [Effect] {
    guard let bugCase = shownCase else { return goToCase() }
    let missing = bugCase.parts.filter {
      $0.path == nil && $0.kind != .asset && !isOpened($0)
    }
    let links = missing.compactMap(\.url) + [bugCase.bug.link].compactMap { $0 }
    let hosts = links.compactMap { BugCase.host(of: $0) }
    guard !hosts.isEmpty else {
      status = Status("Everything that the case links to is here", .dim)
      return []
    }
    return get(nil, from: hosts)
  }

  private mutating func get(_ links: [String]?, from hosts: [String]) -> [Effect] {
    guard let log = list.selected else { return [] }
    let names = Set(hosts).sorted()
    return carryOut(PartRequest(log: log, links: links, hosts: names))
  }

  /// Asks for parts, once the person has agreed to every host.
  private mutating func carryOut(_ request: PartRequest) -> [Effect] {
    guard fetching.isAllowed else {
      status = Status("Fetching is switched off by the option fetch = \"never\"", .notice)
      return []
    }
    guard !fetching.isUnderway else {
      status = Status("Something is being got already; Escape cancels it", .notice)
      return []
    }
    if let host = request.hosts.first(where: fetching.refusedHosts.contains) {
      status = Status("\(host) is not asked, as you decided; fetch-hosts can name it", .notice)
      return []
    }
    if let host = request.hosts.first(where: { !fetching.knows($0) }) {
      dialogue.mode = .menu(.mayAsk(host, for: request))
      return []
    }
    fetching.isUnderway = true
    fetching.failure = nil
    status = Status("Asking \(request.hosts.joined(separator: " and "))…", .dim)
    return [.get(request)]
  }

  /// Applies the user's answer about contacting a host.
  mutating func take(_ consent: Consent, to host: String, for request: PartRequest) -> [Effect] {
    switch consent {
    case .now: fetching.agreedHosts.insert(host)
    case .always: fetching.alwaysHosts.insert(host)
    case .never:
      fetching.refusedHosts.insert(host)
      status = Status("\(host) is not asked before the program ends", .dim)
      return []
    }
    return carryOut(request)
  }

  /// Cancels the running fetch; false if there is none.
  mutating func stopGetting() -> Bool {
    guard fetching.isUnderway else { return false }
    status = Status("Cancelling…", .dim)
    return true
  }

  /// Applies progress or the result of a request.
  mutating func take(_ news: PartNews, log: Int) -> [Effect] {
    switch news {
    case .progress(let got, let bytes, let open):
      status = Status(
        "Getting \(got) of \(got + open) files, \(bytes.byteText); Escape cancels", .dim)
    case .failed(let line): fetching.failure = line
    case .ended(let bugCase, let got, let failed, let isCancelled):
      fetching.isUnderway = false
      if let opened, opened.id == log, let bugCase { takeParts(of: bugCase, for: opened) }
      status = Self.status(got: got, failed: failed, isCancelled, fetching.failure)
      return originalToRead
    case .read(let text): read(Reader(text))
    case .original(let bytes): takeOriginal(bytes, log: log)
    }
    return []
  }

  /// Asks for the original report where it has come.
  private var originalToRead: [Effect] {
    guard let opened, opened.original == nil, let path = shownCase?.originalPath else { return [] }
    return [.readOriginal(path: path, log: opened.id)]
  }

  /// Adds what came to what was known of the case; the row under the cursor stays.
  private mutating func takeParts(of fetched: BugCase, for opened: OpenedLog) {
    guard var known = shownCase else {
      fetching.cases[opened.digest] = fetched
      return
    }
    for part in fetched.parts {
      if let index = known.parts.firstIndex(where: { $0.url == part.url && part.url != nil }) {
        known.parts[index].path = part.path ?? known.parts[index].path
      } else {
        known.parts.append(part)
      }
    }
    known.bug.title = known.bug.title ?? fetched.bug.title
    known.bug.status = fetched.bug.status ?? known.bug.status
    known.bug.replyTo = known.bug.replyTo ?? fetched.bug.replyTo
    fetching.cases[opened.digest] = known
  }

  private static func status(
    got: Int, failed: Int, _ isCancelled: Bool, _ failure: String?
  ) -> Status {
    let files = "\(got) \(got == 1 ? "file" : "files")"
    if isCancelled { return Status("Cancelled; what came is kept: \(files)", .notice) }
    guard let failure else { return Status("Got \(files)", .good) }
    let more = failed > 1 ? " (and \(failed - 1) more)" : ""
    return Status("\(failure)\(more)", .warning)
  }
}

/// A person's answer about requests to a host.
package enum Consent: Hashable, Sendable {
  /// Until the program ends.
  case now
  /// Also the next time.
  case always
  case never
}

extension Menu {
  /// Whether a host may be asked.
  static func mayAsk(_ host: String, for request: PartRequest) -> Menu {
    let what =
      switch request.links?.count {
      case nil: "the bug's page and all that it links to"
      case 1?: "1 file"
      case let count?: "\(count) files"
      }
    let choices: [(Character, String, Consent)] = [
      ("y", "yes, until the program ends", .now), ("a", "always", .always),
      ("n", "no, and do not ask again", .never),
    ]
    return Menu(
      title: "Get \(what) from \(host), at most 32 MiB each?",
      choices: choices.map { key, text, consent in
        Choice(key: key, text: text, remark: "", result: .consent(consent, host, request))
      })
  }
}

extension Int {
  /// A size for people.
  package var byteText: String {
    switch self {
    case ..<1_024: return "\(self) bytes"
    case ..<(1 << 20): return "\(self >> 10) KiB"
    default:
      let tenths = self * 10 >> 20
      return "\(tenths / 10).\(tenths % 10) MiB"
    }
  }
}
