extension SyzkallerParser {
  /// Whether no line was recognised yet: then the head of the log is missing.
  var isBeforeAnything: Bool {
    !hasProse && !isClosing && log.host == nil && log.startCommit == nil
      && log.syzkallerCommit == nil && log.steps.isEmpty && log.gitCommands.isEmpty
      && log.notices.isEmpty && log.culprit == nil && candidate == nil
  }

  /// A line that continues with something of the missing head.
  ///
  /// Of git's commit block the message and the files are still of use.
  mutating func takeLineOfMissingHead(_ line: ByteView) {
    guard line[0] == Ascii.space || line[0] == Ascii.colon else { return accept(.continuation) }
    var block = cutBlock ?? Culprit(commit: TextRange(start: 0, count: 0), line: lineNumber)
    block.takeBlockLine(line, number: lineNumber)
    cutBlock = block
    accept(.commitBlock)
  }

  /// Whether `crash:` can be the log's own although no line before it closes the log.
  var hasLostItsClosing: Bool {
    mutating get {
      let finishedSteps = openStep ?? log.steps.count
      return log.startCommit == nil && finishedSteps == 0 && !hasStatisticsAhead
    }
  }

  /// Gives the named culprit what is left of its block.
  mutating func mendCulprit() {
    guard var culprit = log.culprit, culprit.blockLines == nil, let cutBlock else { return }
    culprit.message = cutBlock.message
    culprit.files = cutBlock.files
    culprit.filesChanged = cutBlock.filesChanged
    culprit.insertions = cutBlock.insertions
    culprit.deletions = cutBlock.deletions
    culprit.countFiles()
    log.culprit = culprit
  }
}
