import Cases

/// A bug that is being fetched.
final class FetchedBug {
  /// What is known of it.
  var bug = BugCase.Bug()
  var dashboardID: String?
  /// What names its folder where nothing else does.
  let otherName: String
  /// Its folder, once it has one.
  var folder: CaseFolder?
  /// Pages that are waited for; the folder has its name after them.
  var openPages = 0
  /// A page or a mail, with where it comes from.
  typealias File = (kind: CaseIndex.Kind, url: String?, bytes: [UInt8])

  /// Files to store once there is a folder.
  var waitingFiles: [File] = []
  /// Parts to ask for once there is a folder.
  var waitingParts: [(kind: CaseIndex.Kind, link: WebLink)] = []
  /// The mail that a person gave, which is about this bug alone.
  var mail: [UInt8]?
  /// Parts that are waited for.
  var openParts = 0

  init(otherName: String) { self.otherName = otherName }

  /// Adds what was unknown about the bug.
  func takeMissing(of other: BugCase.Bug) {
    bug.title = bug.title ?? other.title
    bug.id = bug.id ?? other.id
    bug.replyTo = bug.replyTo ?? other.replyTo
    bug.status = bug.status ?? other.status
    if bug.subsystems.isEmpty { bug.subsystems = other.subsystems }
  }

  /// Adds a part, unless its link has one already.
  func add(_ kind: CaseIndex.Kind, _ link: WebLink) {
    guard !waitingParts.contains(where: { $0.link == link }) else { return }
    waitingParts.append((kind, link))
  }
}

/// Why a link is asked for.
enum FetchPurpose {
  /// A list of bugs; the link as it was given.
  case list(WebLink)
  /// A mailbox of a thread.
  case thread(WebLink)
  /// A page of a bug.
  case page(FetchedBug, CaseIndex.Kind, WebLink)
  /// A part, by its place in the index of the bug's folder.
  case part(FetchedBug, place: Int)
}
