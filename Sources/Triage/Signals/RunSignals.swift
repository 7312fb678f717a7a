import BisectionLog

extension LogFacts {
  /// How well the runs of each step carry its verdict.
  var runSignals: [Signal] {
    [oneCrash, culpritOneCrash, missedCrash, unsteady, reproRate].compactMap { $0 }
  }

  private var oneCrash: Signal {
    let one = course.crashing.filter(\.restsOnOneCrash)
    let two = course.crashing.filter(\.restsOnTwoCrashes)
    let value = (Double(one.count) + Double(two.count) / 2) / 2
    var text: String {
      switch (one.count, two.count) {
      case (0, 0): "No crashing step rests on one or two crashes alone."
      case (0, let few):
        "\(Words.steps(few, "rests", "rest")) on two crashes among runs that passed."
      case (let few, _):
        "\(Words.steps(few, "rests", "rest")) on a single crash among runs that passed."
      }
    }
    var lines: [Int] {
      let weak = one + two
      return weak.isEmpty ? stepLines : weak.flatMap { course.lines(of: $0).prefix(2) }
    }
    return signal(.oneCrash, value, text, at: lines)
  }

  private var culpritOneCrash: Signal? {
    guard let crashStep, log.direction != .fix else { return nil }
    var text: String {
      let crashes = Words.count(crashStep.crashed, "crash", "crashes")
      let runs = crashStep.crashed &+ crashStep.passed
      return "The verdict on the culprit rests on \(crashes) in \(runs) runs."
    }
    return signal(
      .culpritOneCrash, if: crashStep.restsOnOneCrash, text,
      at: course.lines(of: crashStep))
  }

  /// The lines of the steps that crashed, the original commit's first.
  private var stepLines: [Int] {
    ([original].compactMap { $0 } + course.crashing).map(\.line)
  }

  /// The chance that the passing step most likely to have missed the crash did miss it.
  private var missedCrash: Signal? {
    let chances = course.passing.map { ($0, course.missChance(of: $0)) }
    guard let worst = chances.max(by: { $0.1 < $1.1 }) else { return nil }
    var text: String {
      worst.1 < 0.005
        ? "The crash reproduces so well that no passing step is likely to have missed it."
        : "A passing step missed the crash with a chance of \(Words.percent(worst.1))."
    }
    return signal(.missedCrash, worst.1 * 2, text, at: [worst.0.line])
  }

  /// Whether the crash comes and goes: by the log's own words, which rest on more runs, or by a
  /// step that crashed in fewer runs than passed.
  private var unsteady: Signal {
    let steps = ([original].compactMap { $0 } + course.crashing).filter {
      $0.crashed > 0 && $0.crashed < $0.passed
    }
    let remarks = (log.notices + log.steps.flatMap(\.notices)).filter {
      $0.kind == .flakyNotice || $0.kind == .reproducerFlaky
    }
    if !remarks.isEmpty || log.statistics.flaky {
      return signal(
        .unsteady, 1, "The log itself calls the reproducer flaky.",
        at: remarks.map(\.line) + steps.map(\.line))
    }
    var text: String {
      steps.isEmpty
        ? "Every crashing step crashed in most of its runs."
        : "\(Words.steps(steps.count, "crashed", "crashed")) in fewer runs than passed."
    }
    return signal(
      .unsteady, steps.isEmpty ? 0 : 0.5, text,
      at: steps.isEmpty ? stepLines : steps.map(\.line))
  }

  private var reproRate: Signal? {
    guard let original, original.crashed &+ original.passed > 0 else { return nil }
    let share = original.crashShare
    return signal(
      .reproRate, 1 - share,
      "The crash reproduced in \(Words.percent(share)) of the runs on the original commit.",
      at: [original.line])
  }
}
