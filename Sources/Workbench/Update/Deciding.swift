import BisectionLog
import Reviews
import Triage

extension Model {
  /// The ids a decision is about: the marked logs, else the group under the list's cursor, else the
  /// selected log.
  private var subjectIDs: [Int] {
    if !list.marked.isEmpty { return list.marked.sorted() }
    if desk.focus == .logs, let group = list.selectedGroup { return group.members }
    return list.selected.map { [$0] } ?? []
  }

  /// The logs a decision is about, as they look now; files that could not be read are left out.
  var subjects: [DecidedLog] {
    subjectIDs.compactMap { id in
      let entry = list.entries[id]
      guard let digest = entry.digest else { return nil }
      let isOpen = opened?.id == id
      return DecidedLog(
        digest: digest, name: entry.path.lastPathComponent, culprit: entry.summary?.culprit,
        line: isOpen ? selectedLine : nil, probability: entry.summary?.probability,
        evidence: isOpen ? opened?.assessment.evidence.map(\.code) ?? [] : [])
    }
  }

  /// Decides at once, or asks for what the verdict needs.
  mutating func askToDecide(_ verdict: Verdict) -> [Effect] {
    guard !subjects.isEmpty else {
      status = Status("There is no log to decide on: it could not be read", .error)
      return []
    }
    switch verdict {
    case .wrong:
      let claim = subjects.contains { $0.culprit != nil } ? "culprit" : "result"
      dialogue.mode = .menu(.reasons(for: subjectName, naming: claim))
    case .duplicate: dialogue.mode = .prompt(Prompt(.duplicate))
    case .correct: return decide(.correct)
    case .plausible: return decide(.plausible)
    case .inconclusive: return decide(.inconclusive)
    case .retest: return decide(.retest)
    }
    return []
  }

  /// Asks for a judgement to be kept; what was noted before stays.
  mutating func decide(_ judgement: Judgement) -> [Effect] {
    record { _, before in
      var judgement = judgement
      // Who gives another reason does not take back which commit is to blame instead.
      if case .wrong(let reason, nil) = judgement, let commit = before?.rightCommit {
        judgement = .wrong(reason, rightCommit: commit)
      }
      return try Decision(judgement, note: before?.note ?? "")
    }
  }

  /// Asks for a commit to be kept as the one to blame instead of the named one; the reason before stays.
  mutating func decide(rightCommit commit: String) -> [Effect] {
    record { _, before in
      try Decision(.wrong(before?.reason, rightCommit: commit), note: before?.note ?? "")
    }
  }

  /// Asks for a note to be kept; what was judged before stays.
  mutating func annotate(_ note: String) -> [Effect] {
    record { _, before in try Decision(before?.judgement, note: note) }
  }

  /// Withdraws, undoes or redoes a decision, marks a log, or opens the note prompt.
  mutating func changeReview(_ action: Action) -> [Effect] {
    switch action {
    case .withdraw: return record { _, _ in .withdrawal }
    case .undo: return [.record(.undo)]
    case .redo: return [.record(.redo)]
    case .note:
      let subjects = self.subjects
      guard let first = subjects.first else { return [] }
      let note = subjects.count == 1 ? ownReview(of: first.digest)?.note : nil
      dialogue.mode = .prompt(Prompt(.note, text: note ?? ""))
      return []
    default: return toggleMark()
    }
  }

  /// Asks for a decision on each of the subjects, made from what the person held of it before.
  private mutating func record(
    _ decision: (DecidedLog, Review?) throws -> Decision
  ) -> [Effect] {
    do {
      let decisions = try subjects.map { log in
        LogDecision(log: log, decision: try decision(log, ownReview(of: log.digest)))
      }
      return decisions.isEmpty ? [] : [.record(.decide(decisions))]
    } catch {
      status = Status("Nothing decided: \(error)", .error)
      return []
    }
  }

  private func ownReview(of digest: ContentDigest) -> Review? {
    decisions.book.review(of: digest, by: decisions.reviewer)
  }

  private mutating func toggleMark() -> [Effect] {
    guard let row = list.selectedRow else { return [] }
    let ids = list.selectedGroup?.members ?? list.selected.map { [$0] } ?? []
    if list.marked.isSuperset(of: ids) {
      list.marked.subtract(ids)
    } else {
      list.marked.formUnion(ids)
    }
    list.select(row: row + 1)
    return openSelected()
  }

  /// Applies decisions to the book and returns the logs they concern.
  private mutating func keep(_ events: [ReviewEvent]) -> Set<ContentDigest> {
    // The list is let go of before it changes, so that it changes in place.
    let list = list
    var counted = progress
    defer { progress = counted }
    return decisions.book.apply(events, counting: &counted, where: list.contains)
  }

  /// Applies recorded decisions, reports them in the status line, and selects the next unreviewed log.
  mutating func take(_ events: [ReviewEvent], own: Bool) -> [Effect] {
    let next = nextUnreviewed
    let isNote = events.last.map(changesNote) ?? false
    let touched = keep(events)
    list.reviewsChanged(
      of: touched, reviews: { [book = decisions.book] in LogReviews(of: $0, in: book) })
    guard own, let last = events.last else { return openSelected() }
    status = Status(
      last.sentence(logs: touched.count, isKept: decisions.storeProblem == nil), .good)
    // What was undone is looked at again, wherever the cursor has gone meanwhile.
    if last.isReversal, touched.count == 1, dialogue.mode.isBrowsing,
      let id = touched.first.flatMap(list.id(showing:))
    {
      list.select(id: id)
    }
    guard !isNote, case .decided(_, let decision) = last.action, decision.judgement != nil else {
      return openSelected()
    }
    let wasMarked = !list.marked.isEmpty
    list.marked = []
    if !wasMarked, touched.count == 1, let next, dialogue.mode.isBrowsing { list.select(id: next) }
    return openSelected()
  }

  /// Whether an event is about the note of a log that was looked at, not about its verdict.
  private func changesNote(_ event: ReviewEvent) -> Bool {
    guard case .decided(let log, let decision) = event.action else { return false }
    return decision.note != (ownReview(of: log.digest)?.note ?? "")
  }

  /// The next log after the cursor that has no verdict.
  private var nextUnreviewed: Int? {
    guard panes.contains(.logs), let row = list.selectedRow,
      let next = list.row(from: row, step: 1, where: isUnreviewed),
      case .log(let id) = list.rows[next]
    else { return nil }
    return id == list.selected ? nil : id
  }

  /// What was decided about a log.
  func reviews(of digest: ContentDigest) -> LogReviews {
    LogReviews(of: digest, in: decisions.book)
  }

  /// Whether a log was read and has no verdict yet.
  func isUnreviewed(_ entry: LogEntry) -> Bool {
    guard let digest = entry.digest else { return false }
    return decisions.book.standing(of: digest)?.isReviewed != true
  }

  /// What a decision is about, in words.
  var subjectName: String {
    if !list.marked.isEmpty { return "\(list.marked.count) marked logs" }
    let count = subjectIDs.count
    return count > 1 ? "the \(count) logs of this group" : "this log"
  }
}

extension Review {
  /// What was judged, without the note.
  fileprivate var judgement: Judgement? {
    guard let verdict else { return nil }
    return try? Judgement(
      verdict: verdict, reason: reason, duplicateOf: duplicateOf, rightCommit: rightCommit)
  }
}

extension ReviewEvent {
  /// Whether it undoes a decision, or redoes it.
  fileprivate var isReversal: Bool {
    switch action {
    case .undone, .redone: true
    case .decided: false
    }
  }

  /// What was done, for the last row of the screen.
  fileprivate func sentence(logs count: Int, isKept: Bool) -> String {
    let object = count > 1 ? " on \(count) logs" : ""
    switch action {
    case .undone: return "Undone\(object); U redoes it"
    case .redone: return "Done again\(object); u undoes it"
    case .decided(_, let decision):
      guard !decision.isWithdrawal else { return "Taken back\(object); u undoes it" }
      guard let judgement = decision.judgement else { return "Noted\(object); u undoes it" }
      let reason = judgement.reason.map { " (\($0.rawValue))" } ?? ""
      let outcome = isKept ? "Kept" : "Not kept"
      return "\(outcome): \(judgement.verdict.rawValue)\(reason)\(object); u undoes it"
    }
  }
}
