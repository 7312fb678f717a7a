extension SyzkallerParser {
  /// What a revision is tested for, by what was announced and by where the log is.
  func stage(testing commit: ByteView) -> Stage {
    if let announcedStage { return announcedStage }
    // A log without its head does not show it; most tests are those that git chose.
    if gitHasStarted || log.startCommit == nil { return .bisect }
    return log.steps.isEmpty ? .original : .config
  }

  /// A line that chooses the range shows that the tests before it were those of the start commit.
  mutating func noteRangeBegins() {
    guard !gitHasStarted, !rangeHasBegun else { return }
    rangeHasBegun = true
    guard log.startCommit == nil else { return }
    for index in log.steps.indices where log.steps[index].stage == .bisect {
      guard log.steps[index].verdict == nil else { continue }
      log.steps[index].stage = index == 0 ? .original : .config
    }
  }
}
