extension SyzkallerParser {
  /// What a revision is tested for, by what was announced and by where the log is.
  func stage(testing commit: ByteView) -> Stage {
    if let announcedStage { return announcedStage }
    if gitHasStarted { return .bisect }
    return log.steps.isEmpty ? .original : .config
  }
}
