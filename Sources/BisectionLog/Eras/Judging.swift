extension BisectionLog {
  /// Counts the runs of every step and says what they mean by the rule of the log's era.
  ///
  /// Where the text leaves several rules open, the one that agrees best with git's verdicts counts.
  mutating func judgeSteps(_ lines: Lines, isExcerpt: Bool = false) {
    let bounds = EraBounds(of: self, lines, isExcerpt: isExcerpt)
    var best: (steps: [Step], disagreements: Int)?
    for rule in bounds.rules(of: self, lines) {
      let era = Era(of: self, lines, bounds: bounds, rule: rule)
      let judged = judgedSteps(era, lines)
      let disagreements = judged.count { $0.disagreesWithGit(direction) }
      if disagreements < best?.disagreements ?? Int.max { best = (judged, disagreements) }
      if disagreements == 0 { break }
    }
    if let best { steps = best.steps }
  }

  private func judgedSteps(_ era: Era, _ lines: Lines) -> [Step] {
    var steps = steps
    var isFlaky = false
    for index in steps.indices {
      steps[index].count(era, isFlaky: isFlaky, lines)
      steps[index].judge(era, isFlaky: isFlaky)
      if era.callsFlaky(steps[index]) { isFlaky = true }
    }
    return steps
  }
}

extension Step {
  /// Counts the runs by outcome.
  mutating func count(_ era: Era, isFlaky: Bool, _ lines: Lines) {
    (crashed, passed, other) = (0, 0, 0)
    if allRuns, let run = runs.last {
      let count = era.runs(isFirst: stage == .original, isFlaky: isFlaky)
      runCount = count
      add(run.outcome, count)
    } else {
      countListedRuns(era, lines)
      runCount = runs.isEmpty ? nil : crashed + passed + other
    }
  }

  private mutating func countListedRuns(_ era: Era, _ lines: Lines) {
    var crash: Run?
    for run in runs {
      if era.listsCrashesTwice, let first = crash, TwinCrashes.isTwin(run, of: first, lines) {
        if run.outcome == .ignored {
          crashed -= 1
          other += 1
        }
        crash = nil
      } else {
        add(run.outcome, 1)
        crash = run.outcome == .crashed ? run : nil
      }
    }
  }

  private mutating func add(_ outcome: RunOutcome, _ count: Int) {
    switch outcome {
    case .ok: passed += count
    case .crashed: crashed += count
    case .ignored, .bootFailed, .basicTestFailed, .infra, .failed: other += count
    }
  }

  /// Says what the runs mean.
  mutating func judge(_ era: Era, isFlaky: Bool) {
    guard let first = runs.first, let runCount else {
      result = .inconclusive
      return
    }
    let infra =
      allRuns
      ? (era.isInfra(first.outcome) ? runCount : 0) : runs.count { era.isInfra($0.outcome) }
    result = era.rule.result(
      answered: runCount, passed: passed, crashed: crashed, infra: infra, isFlaky: isFlaky)
  }

  /// Whether git was told something else than what the runs say.
  func disagreesWithGit(_ direction: Direction) -> Bool {
    guard let verdict else { return false }
    return verdict != GitVerdict(of: result, in: direction)
  }
}

extension GitVerdict {
  /// What syzkaller tells git of a result: in a fix bisection the opposite.
  init(of result: StepResult, in direction: Direction) {
    switch result {
    case .crashed: self = direction == .fix ? .good : .bad
    case .passed: self = direction == .fix ? .bad : .good
    case .inconclusive: self = .skip
    }
  }
}
