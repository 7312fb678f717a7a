import BisectionLog

/// Endings in which the range is known, but not closed.
extension EndingFacts {
  /// The time was up.
  var timeout: EndingCard {
    var card = EndingCard(
      kind: .timeout,
      headline: "The bisection ran out of time after \(Words.count(tested, "test", "tests")).")
    card.known = original + (log.range == nil ? muteReleases : []) + doubts
    if let rough = log.steps.last(where: { $0.roughSteps != nil }), let more = rough.roughSteps {
      card.known.append(
        Sentence("git expected about \(Words.count(more, "step", "steps")) more.", at: [rough.line])
      )
    }
    card.remaining = openRange
    let goingOn =
      log.range == nil
      ? furtherBack : [Sentence("Export the replayable git log and continue where it stops.")]
    card.next =
      goingOn + [
        Sentence(
          course.original.map { $0.crashShare < 0.5 } == true
            ? "Make the reproducer more reliable first: rare crashes need many runs a step."
            : "Narrow the range by the files in the crash's stacks: git bisect start -- FOLDER.")
      ]
    return card
  }

  /// Only skipped commits are left.
  var inconclusive: EndingCard {
    let count = log.outcome.commits.count
    var card = EndingCard(
      kind: .inconclusive,
      headline:
        "\(Words.count(count, "commit", "commits")) could be the \(sought); none of them could be told apart."
    )
    let skipped = log.steps.filter { $0.verdict == .skip }
    let isBuilt = skipped.allSatisfy { $0.buildError == nil }
    card.known = original + doubts
    if !skipped.isEmpty {
      card.known.append(
        Sentence(
          "\(Words.count(skipped.count, "revision", "revisions")) had to be skipped because they \(failure(of: skipped)).",
          at: skipped.prefix(4).map { $0.buildErrorLine ?? $0.line }))
    }
    card.remaining = [
      Sentence(
        "The \(sought) is one of the \(Words.count(count, "listed commit", "listed commits"))\(reservation).",
        at: endLines)
    ]
    card.next = [
      Sentence(
        isBuilt
          ? "Read the listed commits for the files in the crash's stacks."
          : "Fix the build error on the skipped revisions and test them by hand."),
      Sentence("Export the replayable git log to continue without the skips."),
    ]
    return card
  }

  /// The log stops in the middle.
  var incomplete: EndingCard {
    var card = EndingCard(
      kind: .incomplete,
      headline: "The log stops after \(Words.count(tested, "test", "tests")), without a result.")
    card.known = original + doubts
    card.remaining = openRange
    card.next = [
      Sentence("Look for the rest of the log: it may have been cut when it was stored or mailed."),
      Sentence("Or export the replayable git log and continue where it stops."),
    ]
    return card
  }

  private var tested: Int {
    log.statistics.revisionsTested ?? log.steps.filter { $0.stage != .parent }.count
  }
}
