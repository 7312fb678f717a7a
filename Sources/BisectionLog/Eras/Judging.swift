extension BisectionLog {
  /// Counts the runs of every step and judges them by the rule of the log's era.
  ///
  /// Where the text leaves several rules open, the one that agrees best with git's verdicts counts.
  mutating func judgeSteps(_ lines: Lines, isExcerpt: Bool = false) {
    let bounds = EraBounds(of: self, lines, isExcerpt: isExcerpt)
    var era = Era(of: steps, startedAt: startedAt, lines, bounds: bounds)
    let likely = era.rule
    var best = (rule: likely, disagreements: judgeSteps(by: era, lines))
    if best.disagreements == 0 { return }
    for rule in bounds.possibleRules.reversed() where rule != likely {
      era.rule = rule
      let disagreements = judgeSteps(by: era, lines)
      if disagreements < best.disagreements { best = (rule, disagreements) }
      if disagreements == 0 { return }
    }
    era.rule = best.rule
    _ = judgeSteps(by: era, lines)
  }

  /// Judges every step in place; returns for how many of them git was given another verdict.
  private mutating func judgeSteps(by era: Era, _ lines: Lines) -> Int {
    var isFlaky = false
    var disagreements = 0
    for index in steps.indices {
      let disagrees = steps[index].judge(by: era, isFlaky: &isFlaky, direction, lines)
      disagreements += disagrees ? 1 : 0
    }
    return disagreements
  }
}

extension Step {
  /// Counts the runs and judges them; returns whether git was given another verdict.
  fileprivate mutating func judge(
    by era: Era, isFlaky: inout Bool, _ direction: Direction, _ lines: Lines
  ) -> Bool {
    count(era, isFlaky: isFlaky, lines)
    judge(era, isFlaky: isFlaky)
    isFlaky = isFlaky || callsFlaky(by: era.rule)
    return disagreesWithGit(direction)
  }

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
      if era.listsCrashesTwice, let first = crash,
        DuplicatedCrashLines.isTwin(run, of: first, lines)
      {
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

  /// Judges the runs.
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

  /// Whether git was given another verdict than the runs imply.
  func disagreesWithGit(_ direction: Direction) -> Bool {
    guard let verdict else { return false }
    return verdict != GitVerdict(of: result, in: direction)
  }
}

extension GitVerdict {
  /// The verdict that syzkaller gives git for a result: in a fix bisection the opposite.
  init(of result: StepResult, in direction: Direction) {
    switch result {
    case .crashed: self = direction == .fix ? .good : .bad
    case .passed: self = direction == .fix ? .bad : .good
    case .inconclusive: self = .skip
    }
  }
}
