import BisectionLog
import Cases
import Kernel
import Triage

/// What is asked for: the commits that a wrong verdict left out, ranked by the evidence of the
/// crash.
package struct CandidateRequest: Sendable {
  /// The id of the log.
  package let log: Int
  /// The older end, which is not in the range.
  package let from: Revision
  /// The newer end, which is.
  package let to: Revision
  /// The crash.
  package let crash: RangedCrash
}

extension CandidateRequest: Hashable {
  /// Two requests are the same where they are about the same log and range.
  package static func == (left: CandidateRequest, right: CandidateRequest) -> Bool {
    (left.log, left.from, left.to) == (right.log, right.from, right.to)
  }

  /// Hashes the log and the range.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(log)
    hasher.combine(from)
    hasher.combine(to)
  }
}

/// The ranked commits of a range.
package struct RankedCandidates: Sendable {
  /// What was asked.
  package let request: CandidateRequest
  /// How many commits the range has, merges left out.
  package let total: Int
  /// The best ones, best first.
  package let best: [CandidateCommit]

  /// How many are kept.
  package static let limit = 100

  /// The candidates of a range.
  package init(request: CandidateRequest, total: Int, best: [CandidateCommit]) {
    self.request = request
    self.total = total
    self.best = best
  }
}

extension Model {
  /// Asks for the commits that the meant suspect left out.
  mutating func askForCandidates() -> [Effect] {
    guard let opened, isKernelThere() else { return [] }
    guard let range = candidateRange(of: opened), let from = Revision(range.from),
      let to = Revision(range.to)
    else {
      status = Status(
        "No suspect step leaves out a range; bisectty candidates --range A..B takes any", .notice)
      return []
    }
    let request = CandidateRequest(log: opened.id, from: from, to: to, crash: crash(of: opened))
    kernel.ranking = request
    kernel.awaited = nil
    status = Status("Reading the commits \(from.short)..\(to.short); Escape cancels", .dim)
    return [.rank(request)]
  }

  private func candidateRange(of opened: OpenedLog) -> LeftOutRange? {
    let meant = desk.focus == .timeline ? meantSuspect : nil
    return ([meant].compactMap { $0 } + opened.assessment.suspects).lazy
      .compactMap { LeftOutRange(turning: $0, in: opened.log) }.first
  }

  /// The crash to go by: the original report where it is available, else the one at the log's end.
  private func crash(of opened: OpenedLog) -> RangedCrash {
    let shown = opened.original ?? opened
    let log = opened.log
    let title =
      shownCase?.bug.title ?? log.string(log.originalTitle ?? shown.log.crash?.title)
      ?? shown.guilt.derivedTitle
    return RangedCrash(
      title: title, report: shown.log.crash, guilt: shown.guilt, text: shown.log.text)
  }

  /// Shows the candidates, unless the user has asked for something else since.
  mutating func take(
    _ result: Result<RankedCandidates, KernelProblem>, of request: CandidateRequest
  ) {
    guard kernel.ranking == request, opened?.id == request.log else { return }
    kernel.ranking = nil
    switch result {
    case .success(let ranked): read(Reader(ranked))
    case .failure(.cancelled): break
    case .failure(let problem): status = Status(problem.sentence, .warning)
    }
  }

  /// Cancels the running ranking; false if there is none.
  mutating func stopRanking() -> Bool {
    guard kernel.ranking != nil else { return false }
    kernel.ranking = nil
    status = Status("Cancelled", .dim)
    return true
  }

  /// The candidate that is meant: under the cursor of their list, or the one whose commit is shown.
  var meantCandidate: CandidateCommit? {
    guard desk.focus == .rawText, let reader else { return nil }
    switch reader.subject {
    case .candidates(let ranked):
      let row = focusedState.cursor
      return ranked.best.indices.contains(row) ? ranked.best[row] : nil
    case .commit(let commit):
      guard case .candidates(let ranked)? = reader.list?.subject else { return nil }
      return ranked.best.first { $0.commit.hash == commit.text }
    default: return nil
    }
  }

  /// Keeps the selected commit as the one to blame instead of the culprit.
  mutating func markRightCommit() -> [Effect] {
    guard let opened, desk.focus != .culprit, desk.focus != .logs, desk.focus != .stack,
      let commit = selectedCommit, commit.isHash, commit.text.utf8.count >= 12
    else {
      status = Status(
        "Select the right commit first: T lists candidates, D shows a commit", .notice)
      return []
    }
    if let culprit = opened.log.culpritRevision, culprit.agrees(with: commit) {
      status = Status("This is the commit that the log names; c marks it as right", .notice)
      return []
    }
    guard commit.text.utf8.count <= 40 else { return [] }
    return decide(rightCommit: commit.text)
  }
}
