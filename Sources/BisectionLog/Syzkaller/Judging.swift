extension BisectionLog {
  /// Counts the runs of every step and says what they mean by the rule of the log's era.
  mutating func judgeSteps(_ lines: Lines) {
    let era = Era(of: self, lines)
    var isFlaky = false
    for index in steps.indices {
      steps[index].count(era, isFlaky: isFlaky, lines)
      steps[index].judge(era, isFlaky: isFlaky)
      if era.callsFlaky(steps[index]) { isFlaky = true }
    }
  }
}

extension Step {
  /// Counts the runs by outcome.
  mutating func count(_ era: Era, isFlaky: Bool, _ lines: Lines) {
    if allRuns, let run = runs.last {
      let count = era.runs(isFirst: stage == .original, isFlaky: isFlaky)
      runCount = count
      add(run.outcome, count)
    } else {
      var previous: Run?
      for run in runs {
        if era.listsCrashesTwice, let crash = previous, era.isTwin(run, of: crash, lines) {
          if run.outcome == .ignored {
            crashed -= 1
            other += 1
          }
          previous = nil
          continue
        }
        add(run.outcome, 1)
        previous = run.outcome == .crashed ? run : nil
      }
      runCount = runs.isEmpty ? nil : crashed + passed + other
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
    if runs.isEmpty {
      result = .inconclusive
    } else {
      let infra =
        allRuns
        ? (era.isInfra(runs[0].outcome) ? other : 0) : runs.count { era.isInfra($0.outcome) }
      result = era.rule.result(
        answered: crashed + passed + other, passed: passed, crashed: crashed, infra: infra,
        isFlaky: isFlaky)
    }
  }
}
