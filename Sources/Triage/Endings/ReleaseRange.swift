import BisectionLog

/// What the releases show before git bisect begins.
extension EndingFacts {
  /// The tested releases, the newest first.
  var releases: [JudgedStep] { course.judged.filter { $0.stage == .release } }

  /// Those that crashed.
  var crashingReleases: [JudgedStep] { releases.filter { $0.crashed > 0 } }

  /// Those that could not be tested.
  private var mute: [JudgedStep] {
    releases.filter { $0.crashed == 0 && $0.passed == 0 }
  }

  /// Whether something older than the oldest release that crashed was tried and was inconclusive.
  var isMuteBelow: Bool {
    guard let oldest = crashingReleases.last, let last = mute.last else { return false }
    return last.index > oldest.index
  }

  /// The inconclusive releases, in one sentence.
  var muteReleases: [Sentence] {
    guard let first = mute.first, let last = mute.last else { return [] }
    let why = failure(of: mute.map { log.steps[$0.index] })
    let text =
      mute.count == 1
      ? "\(name(of: first)) is inconclusive: it \(why)."
      : "\(mute.count) releases between \(name(of: first)) and \(name(of: last)) are inconclusive: they \(why)."
    return [
      Sentence(text, at: mute.prefix(4).map { log.steps[$0.index].buildErrorLine ?? $0.line })
    ]
  }

  /// Before git was started the releases alone bound the range.
  var releaseRange: [Sentence] {
    guard let last = crashingReleases.last else { return [] }
    guard !last.isProven else {
      let reason = isMuteBelow ? "; nothing older could be tested" : ""
      return [
        Sentence(
          "The \(sought) is older than \(name(of: last)), the oldest release that crashed\(reason).",
          at: course.lines(of: last))
      ]
    }
    let newest = crashingReleases.last(where: \.isProven).map { name(of: $0) }
    return [
      Sentence(
        "Only \(newest ?? "the original commit") and newer are proven to have the bug: the \(sought) may well be younger than \(name(of: last)).",
        at: course.lines(of: last))
    ]
  }

  /// How to look further back than the oldest release that crashed.
  var furtherBack: [Sentence] {
    guard let oldest = crashingReleases.last.map({ name(of: $0) }) else { return [] }
    var advice: [Sentence] = []
    if let suspect, log.steps[suspect.step].stage == .release {
      advice.append(
        Sentence(
          "Test \(name(of: log.steps[suspect.step])) again and count the original title only."))
    }
    advice.append(
      Sentence("Read the history of the guilty file past \(oldest): git log \(oldest) -- FILE."))
    if isMuteBelow {
      advice.append(
        Sentence("To go further back, build the older releases with a compiler of their time."))
    }
    return advice
  }
}
