/// The state that review events add up to.
///
/// It depends on the set of events alone: in what order, how often and from where they came makes no
/// difference.
package struct ReviewBook: Sendable {
  /// How far all logs with events got.
  package private(set) var progress = Progress()

  private var known: Set<EventID> = []
  private var histories: [Reviewer: StrokeHistory] = [:]
  private var decisions: [ContentDigest: [ReviewEvent]] = [:]
  private var strokes: [StrokeKey: [ContentDigest]] = [:]
  private var standings: [ContentDigest: Standing] = [:]

  /// A stroke's name means something together with its reviewer only.
  private struct StrokeKey: Hashable {
    var reviewer: Reviewer
    var stroke: StrokeID

    init(reviewer: Reviewer, stroke: StrokeID) {
      self.reviewer = reviewer
      self.stroke = stroke
    }

    init(_ event: ReviewEvent) {
      self.init(reviewer: event.reviewer, stroke: event.stroke)
    }
  }

  /// A book without events.
  package init() {}

  /// The book of some events.
  package init(_ events: [ReviewEvent]) {
    apply(events)
  }

  /// Applies one event.
  @discardableResult
  package mutating func apply(_ event: ReviewEvent) -> Set<ContentDigest> { apply([event]) }

  /// Applies events; known ones change nothing.
  ///
  /// Returns the logs whose standing may have changed.
  @discardableResult
  package mutating func apply(_ events: [ReviewEvent]) -> Set<ContentDigest> {
    var none = Progress()
    return apply(events, counting: &none) { _ in false }
  }

  /// Applies events as ``apply(_:)-([ReviewEvent])`` and updates the count of some logs.
  ///
  /// - Parameters:
  ///   - progress: how far those logs got.
  ///   - isCounted: whether a log is one of them.
  package mutating func apply(
    _ events: [ReviewEvent], counting progress: inout Progress,
    where isCounted: (ContentDigest) -> Bool
  ) -> Set<ContentDigest> {
    let new = events.filter { known.insert($0.id).inserted }
    var touched: Set<ContentDigest> = []
    for event in new {
      guard case .decided(let log, _) = event.action else { continue }
      insert(event, into: &decisions[log.digest, default: []])
      strokes[StrokeKey(event), default: []].append(log.digest)
      touched.insert(log.digest)
    }
    for (reviewer, added) in Dictionary(grouping: new, by: \.reviewer) {
      histories[reviewer, default: StrokeHistory()].add(added)
    }
    for event in new where event.isSwitch { touched.formUnion(strokes[StrokeKey(event)] ?? []) }
    for digest in touched {
      let before = standings[digest]
      refresh(digest)
      guard isCounted(digest) else { continue }
      progress.remove(before)
      progress.add(standings[digest])
    }
    return touched
  }

  /// Keeps the events of a log in order; most come last.
  private func insert(_ event: ReviewEvent, into events: inout [ReviewEvent]) {
    var place = events.count
    while place > 0, ReviewEvent.precedes(event, events[place - 1]) { place -= 1 }
    events.insert(event, at: place)
  }

  private mutating func refresh(_ digest: ContentDigest) {
    progress.remove(standings[digest])
    standings[digest] = newStanding(of: digest)
    progress.add(standings[digest])
  }

  private func newStanding(of digest: ContentDigest) -> Standing? {
    var seen: Set<Reviewer> = []
    var latest: [Review] = []
    for event in history(of: digest).reversed() {
      guard case .decided(_, let decision) = event.action, isInForce(event),
        seen.insert(event.reviewer).inserted, !decision.isWithdrawal
      else { continue }
      latest.append(Review(decision, by: event.reviewer, at: event.time))
    }
    return Standing(latest.filter { $0.verdict != nil } + latest.filter { $0.verdict == nil })
  }
}

extension ReviewBook {
  /// The standing of a log; nil if nobody has decided on it.
  package func standing(of digest: ContentDigest) -> Standing? { standings[digest] }

  /// The review that represents a log; nil if nobody has decided on it.
  package func review(of digest: ContentDigest) -> Review? { standings[digest]?.current }

  /// A reviewer's decision on a log; nil if there is none.
  package func review(of digest: ContentDigest, by reviewer: Reviewer) -> Review? {
    standings[digest]?.reviews.first { $0.reviewer == reviewer.name }
  }

  /// All decisions ever made on a log, undone ones too, the earliest first.
  package func history(of digest: ContentDigest) -> [ReviewEvent] { decisions[digest] ?? [] }

  /// Whether an event's stroke was not undone, or redone afterwards.
  package func isInForce(_ event: ReviewEvent) -> Bool {
    histories[event.reviewer]?.isInForce(event.stroke) ?? true
  }

  /// Whether an event is in the book.
  package func contains(_ id: EventID) -> Bool { known.contains(id) }

  /// The logs with a standing, in the order of their digests.
  package var logs: [ContentDigest] { standings.keys.sorted() }

  /// The newest decision in force on a log, with the circumstances it was made in.
  package func latestDecision(on digest: ContentDigest) -> ReviewEvent? {
    history(of: digest).last(where: isInForce)
  }

  /// How far some logs got.
  package func progress(of digests: some Sequence<ContentDigest>) -> Progress {
    var progress = Progress()
    for digest in digests { progress.add(standings[digest]) }
    return progress
  }

  func history(of reviewer: Reviewer) -> StrokeHistory { histories[reviewer] ?? StrokeHistory() }

  func logs(of stroke: StrokeID, by reviewer: Reviewer) -> [ContentDigest] {
    strokes[StrokeKey(reviewer: reviewer, stroke: stroke)] ?? []
  }
}

extension ReviewEvent {
  /// Whether it undoes or redoes.
  fileprivate var isSwitch: Bool {
    switch action {
    case .decided: false
    case .undone, .redone: true
    }
  }
}
