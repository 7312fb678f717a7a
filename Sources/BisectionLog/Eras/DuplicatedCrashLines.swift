/// The doubled lines of July 2023: each counted crash is printed twice in a row, and each ignored
/// one first as `crashed:` and then as `ignore:`.
enum DuplicatedCrashLines {
  /// Whether every crash of a log is printed twice, so that the tests have the usual sizes only if
  /// each pair counts once.
  static func fill(_ steps: [Step], _ lines: Lines) -> Bool {
    var found = false
    for step in steps where !step.allRuns && !step.runs.isEmpty {
      guard let pairs = pairs(in: step, lines) else { return false }
      guard pairs > 0 else { continue }
      let count = step.runs.count - pairs
      guard count == 10 || count == 20 else { return false }
      found = true
    }
    return found
  }

  /// Whether a run is the second mention of the crash before it.
  static func isTwin(_ run: Run, of crash: Run, _ lines: Lines) -> Bool {
    guard crash.outcome == .crashed, run.outcome == .crashed || run.outcome == .ignored else {
      return false
    }
    return lines.view(run.title).hasSameBytes(as: lines.view(crash.title))
  }

  /// How many pairs a step lists; nil if a crash or an ignored crash is alone.
  private static func pairs(in step: Step, _ lines: Lines) -> Int? {
    var pairs = 0
    var previous: Run?
    for run in step.runs {
      if let crash = previous {
        guard isTwin(run, of: crash, lines) else { return nil }
        pairs += 1
        previous = nil
      } else if run.outcome == .crashed {
        previous = run
      } else if run.outcome == .ignored {
        return nil
      }
    }
    return previous == nil ? pairs : nil
  }
}
