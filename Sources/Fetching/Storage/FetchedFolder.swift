import Cases

/// The folder of a bug that was fetched, with its index.
package struct FetchedFolder: Sendable, Equatable {
  /// Its path.
  package var path: String
  /// What it holds.
  package var index: CaseIndex

  /// The folder that a file lies in; nil if that is not a fetched one.
  package init?(around file: String) {
    let end = file.lastIndex(of: "/")
    let path = end.map { String(file[..<$0]) } ?? "."
    guard let folder = try? Folder(path.isEmpty ? "/" : path),
      let index = CaseFolder.index(in: folder)
    else { return nil }
    self.init(path: path, index: index)
  }

  /// The folder of a bug by its own path; nil if that is not a fetched one.
  package init?(at path: String) {
    self.init(around: path.hasSuffix("/") ? path : path + "/")
    while self.path.count > 1, self.path.hasSuffix("/") { self.path.removeLast() }
  }

  init(path: String, index: CaseIndex) {
    self.path = path
    self.index = index
  }

  /// The folder that a later fetch of the same bug is given.
  package var parent: String {
    guard let end = path.lastIndex(of: "/") else { return path == "." ? ".." : "." }
    return end == path.startIndex ? "/" : String(path[..<end])
  }

  /// What the case is.
  package var bugCase: BugCase {
    var bugCase = index.bugCase(in: path)
    let files = index.files(.mail) + index.files(.thread)
    guard !files.isEmpty, let folder = try? Folder(path) else { return bugCase }
    for file in files {
      guard let bytes = folder.read(file, limit: Self.mailLimit),
        let told = FetchedMails(bytes).cases.first(where: { $0.bug.id == index.bug.id })
      else { continue }
      bugCase.claim = bugCase.claim ?? told.claim
      bugCase.mails += told.mails
      bugCase.checks += told.checks
      bugCase.bug.replyTo = bugCase.bug.replyTo ?? told.bug.replyTo
      if bugCase.bug.subsystems.isEmpty { bugCase.bug.subsystems = told.bug.subsystems }
    }
    return bugCase
  }

  /// The largest mailbox that is read for its mails, in bytes.
  private static let mailLimit = 16 << 20

  /// The files to look at first: the bisections' logs, or else a report.
  package var mainFiles: [String] {
    let kinds: [CaseIndex.Kind] = [
      .part(.bisectionLog), .part(.report), .part(.finalReport), .part(.console), .thread, .mail,
    ]
    let names = kinds.lazy.map { index.files($0) }.first { !$0.isEmpty } ?? []
    return names.map { "\(path)/\($0)" }
  }
}
