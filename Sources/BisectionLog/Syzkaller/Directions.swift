extension BisectionLog {
  /// The direction of a log without its head, by what is left of it.
  ///
  /// Some lines occur in one direction only; otherwise git's verdicts are compared with the runs.
  func inferredDirection() -> Direction {
    for notice in notices {
      switch notice.kind {
      case .testingHead, .mergeBase, .guiltyCommitCheck, .pretendCrashed: return .fix
      case .pickedReleases: return .cause
      default: break
      }
    }
    if steps.contains(where: { $0.stage == .release }) { return .cause }
    return directionOfVerdicts()
  }

  private func directionOfVerdicts() -> Direction {
    var cause = 0
    var fix = 0
    for step in steps {
      let outcomes = step.runs.map(\.outcome)
      let isCrash = outcomes.contains(.crashed)
      guard isCrash || outcomes.contains(.ok) else { continue }
      switch step.verdict {
      case .bad: if isCrash { cause += 1 } else { fix += 1 }
      case .good: if isCrash { fix += 1 } else { cause += 1 }
      case .skip, nil: break
      }
    }
    return cause == fix ? .unknown : cause > fix ? .cause : .fix
  }

  /// In an excerpt git's result may be all there is of the ending.
  mutating func trustGitsResult(_ lines: Lines) {
    guard outcome.kind == .incomplete, let culprit else { return }
    let line = lines[culprit.line &- 1]
    outcome = Outcome(
      kind: .culprit, commits: [culprit.commit], message: line.range, line: culprit.line)
  }
}
