import ArgumentParser
import Exports
import Inputs
import JSON
import ReviewStore
import Reviews
import Synchronization

/// `bisectty reviews list`: the decisions on logs.
struct ReviewsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what was decided, a line for each log.",
    discussion: """
      The last line tells how far the team got: of the logs named, else of all logs that somebody \
      decided on. Where people gave different verdicts, all of them stand side by side.
      """)

  @Argument(help: "Logs to list, or directories of them.", completion: .file())
  var paths: [String] = []

  @Option(help: "Only logs that somebody gave this verdict.")
  var verdict: Verdict?

  @Option(help: ArgumentHelp("Only logs that this person decided on.", valueName: "name"))
  var reviewer: String?

  @Option(
    help: ArgumentHelp(
      "Only decisions since then, such as 2026-11-21 or 2026-11-21T04:05:06Z.",
      valueName: "date"),
    transform: { text in
      guard let time = EventTime(text) else {
        throw ValidationError("'\(text)' is no date such as 2026-11-21.")
      }
      return time
    })
  var since: EventTime?

  @Flag(help: "Print a JSON object a line.")
  var json = false

  @OptionGroup var place: StoreArguments

  func run() throws {
    let book = knownReviews(storeNamed: place.store)
    let (logs, statuses) = paths.isEmpty ? (book.logs, []) : digests()
    let selection = ReviewSelection(verdict: verdict, reviewer: reviewer, since: since)
    for digest in logs {
      guard let standing = book.standing(of: digest), selection.contains(standing) else { continue }
      let line = StandingLine(
        digest: digest, log: book.latestDecision(on: digest)?.log, standing: standing)
      StandardOutput.shared.write(json ? line.json.text() + [0x0A] : Array((line.text + "\n").utf8))
    }
    if !json {
      StandardOutput.shared.write(book.progress(of: logs).sentence(total: logs.count) + "\n")
    }
    try fail(on: statuses)
  }

  /// The logs named, each once, in the order of the paths.
  private func digests() -> ([ContentDigest], [ExitStatus]) {
    let results = Mutex<[Result<ContentDigest, CommandFailure>]>([])
    let found = InputSearch.find(InputPath.all(in: paths))
    forEachInOrder(found, work: Self.digest) { result in results.withLock { $0.append(result) } }
    var (logs, seen, statuses): ([ContentDigest], Set<ContentDigest>, [ExitStatus]) = ([], [], [])
    for result in results.withLock({ $0 }) {
      switch result {
      case .success(let digest):
        if seen.insert(digest).inserted { logs.append(digest) }
        statuses.append(.done)
      case .failure(let failure):
        failure.line.map(StandardError.write)
        statuses.append(failure.status)
      }
    }
    return (logs, statuses)
  }

  @Sendable
  private static func digest(of found: FoundInput) -> Result<ContentDigest, CommandFailure> {
    Result { () throws(CommandFailure) in
      switch found {
      case .passedOver(let path):
        throw CommandFailure(.notALog, at: path, "is neither a file nor a directory, passed over")
      case .failed(let error): throw CommandFailure(error)
      case .input(let path): return ContentDigest(of: try read(path).bytes)
      }
    }
  }
}
