import BisectionLog

extension LogFacts {
  /// Every signal of the log, in the order in which they are explained.
  func signals(in collection: LogCollection?) -> [Signal] {
    var signals = structuralSignals
    if hasRuns { signals += titleSignals + runSignals } else { signals.append(noRuns) }
    signals += courseSignals + overlapSignals + commitSignals
    if let magnet = magnet(in: collection) { signals.append(magnet) }
    return signals
  }

  /// Whether the log shows what the runs of its steps did.
  var hasRuns: Bool { judged.contains { $0.hasRuns } }

  private var noRuns: Signal {
    signal(
      .noRuns, 1, "The log records no test runs, so its verdicts cannot be checked.",
      at: [culprit.line])
  }
}
