import Cases
import ChildProcess

/// Something that a person asks to fetch.
package enum FetchSource: Sendable {
  /// A link.
  case link(WebLink)
  /// The bytes of a mail, a mailbox, or a text with links; the name is for messages.
  case mails([UInt8], name: String)
  /// A bug with its page and all of its parts.
  case bug(BugCase)
  /// Some parts of a bug, and nothing else.
  case parts(BugCase)
}

/// How far a fetch is.
package struct FetchProgress: Sendable, Equatable {
  /// Files that were fetched now, and their bytes.
  package var got = 0
  package var bytes = 0
  /// Files that were available, here or in the cache, or have not changed.
  package var available = 0
  /// Links that brought nothing.
  package var failed = 0
  /// Links that are waited for or will be asked for.
  package var open = 0
  /// Bugs that have a folder.
  package var bugs = 0

  /// Nothing is done yet.
  package init() {}
}

/// A link or a source that brought nothing, and why.
package struct FetchFailure: Sendable, Equatable {
  /// The link, or the name of the source.
  package var subject: String
  /// What is wrong and what to do.
  package var message: String
}

/// What stops a fetch altogether.
package enum FetchEnd: Error, Sendable, Equatable {
  case noCurl
  /// Another process fetches into the same folder.
  case folderInUse(String)
  case storage(StorageProblem)
}

/// What may be asked, and how much of it.
package struct FetchOptions: Sendable {
  /// The hosts that may be asked.
  package var allowed = AllowedHosts.standard
  /// How much one request may take.
  package var limits = RequestLimits()
  /// How many bugs of a list are fetched.
  package var bugLimit = Int.max

  /// The usual options.
  package init() {}
}

/// Fetches what sources lead to into a folder.
///
/// It lives on one thread; requests run on others.
package final class FetchRun {
  /// How far it is.
  package private(set) var progress = FetchProgress()

  let options: FetchOptions
  private let cache: FetchCache?
  private let requests: RequestQueue
  private var folders: CaseFolders
  private let root: Folder
  private var silence = SilentHosts()
  private let tell: (FetchFailure) -> Void
  /// Why each link that is out was asked for.
  private var purposes: [WebLink: [FetchPurpose]] = [:]
  private var askedPages: Set<WebLink> = []
  private var failedLinks: Set<String> = []
  var cases: [String: FetchedBug] = [:]

  /// The folders that hold something.
  private var storedFolders: Set<String> = []

  /// The number of links that are followed from one mail.
  static let mailLinkLimit = 100

  /// Prepares a fetch into a folder, which is made where it is missing.
  package init(
    into path: String, cache: FetchCache?, options: FetchOptions, cancellation: Cancellation,
    tell: @escaping (FetchFailure) -> Void
  ) throws(FetchEnd) {
    do throws(StorageProblem) {
      root = try Folder(making: path, mode: 0o777)
    } catch {
      throw .storage(error)
    }
    guard root.lock() else { throw .folderInUse(path) }
    folders = CaseFolders(root)
    self.cache = cache
    self.options = options
    self.tell = tell
    requests = RequestQueue(cancellation: cancellation)
  }

  /// Fetches everything that the sources lead to; `report` is called whenever something came.
  package func run(_ sources: [FetchSource], report: (FetchProgress) -> Void) throws(FetchEnd) {
    do throws(FetchEnd) {
      for source in sources { try begin(source) }
      report(current)
      while let ended = requests.next() {
        try finish(ended)
        report(current)
      }
      try saveAll()
      for host in silence.givenUp {
        fail(host, "does not answer, so the rest is not asked for; run it again later")
      }
      report(current)
    } catch {
      requests.stop()
      try? saveAll()
      throw error
    }
  }

  /// The folders of the bugs that were asked for, as far as there is something in them.
  package var results: [FetchedFolder] {
    cases.values.compactMap(\.folder).compactMap { folder in
      folder.path.map { FetchedFolder(path: $0, index: folder.index) }
    }
  }

  private var current: FetchProgress {
    progress.open = requests.count
    progress.bugs = storedFolders.count
    return progress
  }

  private func begin(_ source: FetchSource) throws(FetchEnd) {
    switch source {
    case .link(let link):
      switch LinkKind(link) {
      case .bug(let bug): try add(bug)
      case .part(let kind): try addAlone(link, kind)
      case .thread(let mailbox): try want(mailbox, .thread(mailbox))
      case .list: try want(BugLists.data(link), .list(link))
      case nil: fail(link.text, LinkProblem.unknownPage.message)
      }
    case .mails(let bytes, let name):
      let cases = FetchedMails(bytes).cases
      if cases.isEmpty { fail(name, "links to no bug and no log, give a mail of syzbot or a link") }
      for bugCase in cases {
        let bug = try add(bugCase, from: name, file: nil)
        // A mailbox of many bugs stays where it is; the mail of one belongs to its folder.
        if cases.count == 1 { bug.mail = bytes }
      }
    case .bug(let bugCase): try add(bugCase, from: bugCase.bug.title ?? "the bug", file: nil)
    case .parts(let bugCase): try addParts(of: bugCase)
    }
  }

  /// Reports once that a request failed.
  func fail(_ subject: String, _ message: String) {
    guard failedLinks.insert(subject).inserted else { return }
    progress.failed += 1
    tell(FetchFailure(subject: subject, message: message))
  }

  /// Requests a link, unless it is available or requested already.
  func want(_ link: WebLink, _ purpose: FetchPurpose) throws(FetchEnd) {
    guard options.allowed.contains(link) else {
      fail(link.text, LinkProblem.notAllowed(link.hostText).message)
      return try done(purpose, nil)
    }
    if silence.isGivenUp(link.hostText) { return try done(purpose, nil) }
    if purposes[link] != nil {
      purposes[link]?.append(purpose)
      return
    }
    let kept = cache?.entry(link, limit: options.limits.bytes)
    if FixedText.number(of: link) != nil, let kept {
      progress.available += 1
      return try done(purpose, kept.body)
    }
    if FixedText.number(of: link) == nil, !askedPages.insert(link).inserted {
      return try done(purpose, kept?.body)
    }
    purposes[link] = [purpose]
    requests.add(
      Download(
        link: link, validators: kept?.validators ?? Validators(), allowed: options.allowed,
        limits: options.limits))
  }

  private func finish(_ ended: RequestQueue.Ended) throws(FetchEnd) {
    let link = ended.link
    var body: [UInt8]?
    switch ended.result {
    case .success(.body(let bytes, let validators)):
      if cache?.entry(link, limit: options.limits.bytes)?.body == bytes {
        progress.available += 1
      } else {
        progress.got += 1
        progress.bytes += bytes.count
      }
      cache?.keep(bytes, validators, of: link)
      body = bytes
    case .success(.unchanged):
      progress.available += 1
      body = cache?.entry(link, limit: options.limits.bytes)?.body
    case .failure(.noCurl): throw .noCurl
    // The canceller knows already.
    case .failure(.cancelled): break
    case .failure(let problem): fail(link.text, problem.message)
    }
    if silence.hasBegun(with: ended) {
      for link in requests.forget(link.hostText) {
        for purpose in purposes.removeValue(forKey: link) ?? [] { try done(purpose, nil) }
      }
    }
    for purpose in purposes.removeValue(forKey: link) ?? [] { try done(purpose, body) }
  }

  /// Continues with the result of a request; nil if it failed.
  private func done(_ purpose: FetchPurpose, _ body: [UInt8]?) throws(FetchEnd) {
    switch purpose {
    case .list(let link): if let body { try addBugs(of: link, body) }
    case .thread(let link): if let body { try addThread(body, from: link) }
    case .page(let bug, let kind, let link):
      if let body { read(body, kind, link, for: bug) }
      bug.openPages -= 1
      if bug.openPages == 0 { try place(bug) }
    case .part(let bug, let place): try keep(body, at: place, of: bug)
    }
  }

  /// The folder of a bug.
  func openFolder(_ bug: FetchedBug) -> CaseFolder {
    if let folder = bug.folder { return folder }
    let folder = folders.folder(
      of: bug.bug, dashboardID: bug.dashboardID, otherwise: bug.otherName)
    bug.folder = folder
    return folder
  }

  /// Brings a bug's index up to date.
  func save(_ folder: CaseFolder) throws(FetchEnd) {
    if let path = folder.path { storedFolders.insert(path) }
    try storing { () throws(StorageProblem) in try folder.saveIfChanged() }
  }

  /// Counts a file that need not be asked for.
  func countAvailable() { progress.available += 1 }

  /// Runs `body` on files; reports a problem with one file, and ends the fetch on one that the next
  /// file would have as well.
  func storing(_ body: () throws(StorageProblem) -> Void) throws(FetchEnd) {
    do throws(StorageProblem) {
      try body()
    } catch {
      guard !error.concernsAll else { throw .storage(error) }
      fail(error.path, error.message)
    }
  }

  private func saveAll() throws(FetchEnd) {
    for bug in cases.values {
      guard let folder = bug.folder else { continue }
      // A mail alone creates no folder: if nothing was fetched, nothing is left behind.
      if let mail = bug.mail, folder.path != nil, !folder.holds(mail: mail) {
        let place = folder.place(of: .mail, url: nil)
        try storing { () throws(StorageProblem) in try folder.keep(mail, at: place) }
      }
      try save(folder)
    }
  }
}
