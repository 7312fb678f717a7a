import Exports
import ReviewStore
import Reviews

/// Shares one reviewer's decisions through a team's repository, step by step.
///
/// Each step leaves the store and the repository whole: what fails is reported, and the next sync
/// retries it.
struct TeamSync {
  /// Whether a step failed.
  private(set) var hasFailed = false

  private var hasReportedUnpublished = false
  private let git: TeamGit
  private let store: ReviewStore
  private let files: ReviewFiles
  private let reviewer: Reviewer
  private let branch: TeamBranch?

  init(git: TeamGit, store: ReviewStore, reviewer: Reviewer) {
    self.git = git
    self.store = store
    self.reviewer = reviewer
    files = ReviewFiles(folder: git.folder, reviewer: reviewer)
    branch = TeamBranch(git)
  }

  /// Runs all steps.
  ///
  /// - Throws: ``CommandFailure`` if the store or the files cannot be used.
  mutating func run() throws {
    let isOnline = pull()
    try exchange()
    guard isOnline, let branch, git.answer(["rev-parse", "--verify", "HEAD"]) != nil else { return }
    do throws(TeamGitFailure) {
      try branch.push(git)
    } catch {
      // Somebody else was faster: what they sent is merged, and then it fits.
      report("push was rejected (\(error.reason)), fetching again")
      guard pull() else { return }
      try exchange()
      guard attempt("push", { [git] () throws(TeamGitFailure) in try branch.push(git) }) else {
        return
      }
    }
    report("pushed to \(branch.remote)")
  }

  /// Fetches and merges; whether there is a remote that answered.
  private mutating func pull() -> Bool {
    guard let branch else {
      report("no remote or no branch: nothing is fetched or sent")
      return false
    }
    guard attempt("fetch", { [git] () throws(TeamGitFailure) in try branch.fetch(git) }) else {
      report("offline: decisions are committed here and go with the next sync")
      return false
    }
    guard let theirs = branch.upstream(git) else { return true }
    let isMerged = attempt("merge") { [git] () throws(TeamGitFailure) in
      try git.run(
        git.identity + [
          "merge", "--quiet", "--ff", "--no-edit", "--allow-unrelated-histories", theirs,
        ])
    }
    // A conflict stays as it is, for a person to resolve.
    if isMerged { report("merged \(branch.remote)") } else { _ = git.answer(["merge", "--abort"]) }
    return isMerged
  }

  /// Reads every file, writes the reviewer's own, and commits it.
  private mutating func exchange() throws {
    var reading = ImportedEvents()
    let isOwnWhole = files.readAll(into: &reading)
    let new = try reading.keep(in: store)
    report(reading.summary(new: new))
    if reading.statuses.contains(where: { $0 != .done }) { hasFailed = true }
    guard isOwnWhole else {
      // Lines of a newer version would be lost.
      return fail("\(files.own): has lines that are left out, so it is not rewritten")
    }
    let all = try store.allEvents()
    reportUnpublished(all, but: Set(reading.events.map(\.id)))
    let events = all.filter { $0.reviewer == reviewer }
    guard !events.isEmpty else { return }
    let changed = try files.write(EventLines.text(of: events))
    if changed { report("wrote \(files.own), \(events.count) events") }
    commit()
  }

  /// Reports decisions that were stored here under other names and that the team does not have:
  /// those of a person's earlier name, or imported ones that their reviewer has to publish.
  private mutating func reportUnpublished(_ events: [ReviewEvent], but published: Set<EventID>) {
    guard !hasReportedUnpublished else { return }
    hasReportedUnpublished = true
    let others = events.filter { $0.reviewer != reviewer && !published.contains($0.id) }
    let counts = Dictionary(grouping: others, by: \.reviewer).mapValues(\.count)
    for (name, count) in counts.sorted(by: { $0.key < $1.key }) {
      report(
        "\(count) \(count == 1 ? "event" : "events") by \(name) not published; "
          + "where that is you, sync with --reviewer too")
    }
  }

  private mutating func commit() {
    let paths = [files.own, files.attributes]
    let message = "Reviews by \(reviewer.name)"
    attempt("commit") { [git] () throws(TeamGitFailure) in
      try git.run(["add", "--"] + paths)
      guard try !git.run(["status", "--porcelain", "--"] + paths).isEmpty else { return }
      try git.run(git.identity + ["commit", "--quiet", "-m", message, "--only", "--"] + paths)
      report("committed")
    }
  }

  /// Runs a step, and reports a failure; returns whether it succeeded.
  @discardableResult
  private mutating func attempt(
    _ step: String, _ body: () throws(TeamGitFailure) -> Void
  ) -> Bool {
    do throws(TeamGitFailure) {
      try body()
      return true
    } catch {
      fail("\(step) failed (\(error.reason))")
      return false
    }
  }

  private mutating func fail(_ what: String) {
    hasFailed = true
    StandardError.write("sync: \(what)")
  }

}

private func report(_ what: String) { StandardOutput.shared.write("\(visible(what))\n") }
