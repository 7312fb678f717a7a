extension SyzkallerParser {
  /// Whether a line that no template fits can be output of the compiler.
  ///
  /// It can between the start of a test and its first run: the text of 2020 to 2023 has no prefix.
  var canBeginBuildText: Bool {
    !isClosing && !hasProse && openStep.map { log.steps[$0].runs.isEmpty } == true
  }

  /// A line that reports by itself that the build failed.
  mutating func takeFramedBuildText(_ line: ByteView) {
    if let openStep, log.steps[openStep].buildError != nil { return continueBuildText() }
    beginBuildText(line)
  }

  /// The first line of the compiler's output.
  mutating func beginBuildText(_ line: ByteView) {
    if let openStep {
      log.steps[openStep].buildError = line.range
      log.steps[openStep].buildErrorLine = lineNumber
    }
    payload = .buildText
    accept(.buildText)
  }

  /// Another line of it.
  mutating func continueBuildText() {
    if let openStep, let first = log.steps[openStep].buildErrorLine {
      log.steps[openStep].buildError = lines.range(from: first &- 1, through: at)
    }
    accept(.continuation)
  }
}
