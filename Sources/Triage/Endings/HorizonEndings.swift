import BisectionLog

/// Endings without a range: the crash is everywhere, or nowhere.
extension EndingFacts {
  /// The oldest release also crashes.
  var oldestRelease: EndingCard {
    let oldest = crashingReleases.last.map { name(of: $0) } ?? "the oldest tested release"
    let rest = isMuteBelow ? ", the oldest release that could be tested" : ""
    var card = EndingCard(
      kind: .oldestRelease, headline: "The crash already happens on \(oldest)\(rest).")
    card.known = original
    if let proven = crashingReleases.last(where: \.isProven) {
      card.known.append(
        Sentence(
          "The oldest release that shows the original crash itself is \(name(of: proven)).",
          at: course.lines(of: proven)))
    } else if let last = crashingReleases.last {
      card.known.append(
        Sentence(
          "No release shows the original crash itself, only other crashes.",
          at: course.lines(of: last)))
    }
    card.known += muteReleases + doubts
    card.remaining = releaseRange
    card.next = furtherBack
    return card
  }

  /// In a fix bisection, HEAD still crashes or cannot be tested.
  var stillCrashes: EndingCard {
    let head = course.judged.last { $0.stage == .head }
    let isTested = (head?.crashed ?? 0) > 0
    var card = EndingCard(
      kind: .stillCrashes,
      headline: isTested
        ? "HEAD still crashes, so there is no fix to look for."
        : "HEAD could not be tested, so nothing is known about a fix.")
    card.known = original
    if let head, isTested {
      card.known.append(
        Sentence(
          head.isProven
            ? "HEAD shows the original crash."
            : "HEAD crashed only as “\(course.kinship.mainTitle(ofStep: head.index) ?? "")”: the original crash may be fixed.",
          at: course.lines(of: head)))
    } else if let head {
      card.known.append(
        Sentence(
          "HEAD did not build, boot or run.",
          at: [log.steps[head.index].buildErrorLine ?? head.line]))
    }
    card.remaining = [
      Sentence("Any fix is newer than the tested HEAD.", at: head.map { [$0.line] } ?? [])
    ]
    card.next = [
      Sentence(
        head?.isProven == false && isTested
          ? "Run the reproducer on HEAD again and look for the original title only."
          : "Try again when HEAD has moved on.")
    ]
    return card
  }

  /// The original commit did not crash.
  var notReproduced: EndingCard {
    var card = EndingCard(
      kind: .notReproduced,
      headline: "The crash did not appear on the commit where it was reported.")
    card.known = original
    let step = course.original.map { log.steps[$0.index] }
    let isBroken = (step?.passed ?? 0) == 0 && (step?.other ?? 0) > 0
    if isBroken {
      card.known.append(
        Sentence(
          "No run came far enough to tell: the machine or the kernel did not start.",
          at: step.map { [$0.line] } ?? []))
    } else if let step, step.passed > 0 {
      card.known.append(
        Sentence(
          "A crash that appears in one run of four would be missed with a chance of \(Words.percent(Self.missChance(quarterOf: step.passed))).",
          at: [step.line]))
    }
    card.remaining = [Sentence("Nothing was narrowed down: every commit is as likely as before.")]
    card.next = [
      Sentence(
        isBroken
          ? "Repair the environment (boot, image, configuration), then run the bisection again."
          : "Run the reproducer longer, with more processes, on the very configuration of the report."
      )
    ]
    return card
  }

  private static func missChance(quarterOf runs: Int) -> Double {
    (0..<min(runs, 100)).reduce(1.0) { chance, _ in chance * 0.75 }
  }

  /// The tools failed.
  var error: EndingCard {
    var card = EndingCard(kind: .error, headline: "The bisection broke off: \(message)")
    card.known = original + doubts
    if let broken = log.steps.last, broken.runs.isEmpty, log.steps.count > 1 {
      let isUnbuilt = broken.buildError != nil || isBuildFailure
      let what = isUnbuilt ? "did not build" : "gave no result"
      card.known.append(
        Sentence(
          "\(name(of: broken)), the last revision tested, \(what).",
          at: [broken.buildErrorLine ?? broken.line]))
    }
    card.remaining = openRange
    card.next = [Sentence(advice)]
    return card
  }

  /// What helps against the errors that syzkaller names.
  private var advice: String {
    if message.contains("not reachable") {
      return
        "Bisect by hand in the tree that has the commit: it was rebased away or lives elsewhere."
    }
    if isMachineFailure { return "Run the bisection again: the machine failed, not the kernel." }
    if isBuildFailure {
      return "Fix the build error on that revision, or skip it, and run the bisection again."
    }
    return "Read the error, remove its cause and run the bisection again."
  }

  /// Whether the bisection's own tools or machines failed.
  private var isMachineFailure: Bool {
    ["infra", "clean failed", "syzkaller build"].contains { message.contains($0) }
  }

  /// Whether a kernel did not build.
  private var isBuildFailure: Bool {
    !isMachineFailure && ["error:", "make", "build"].contains { message.contains($0) }
  }
}
