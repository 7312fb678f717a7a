extension SyzkallerParser {
  /// Whether a line that no template fits can be what the compiler said.
  ///
  /// It can between the start of a test and its first run: the text of 2020 to 2023 has no prefix.
  var canBeginBuildText: Bool {
    !isClosing && !hasProse && step?.runs.isEmpty == true
  }

  /// A line that says by itself that the build failed.
  mutating func takeFramedBuildText(_ line: ByteView) {
    if step?.buildError != nil { return continueBuildText() }
    beginBuildText(line)
  }

  /// The first line of the compiler's output.
  mutating func beginBuildText(_ line: ByteView) {
    let number = lineNumber
    step?.buildError = line.range
    step?.buildErrorLine = number
    payload = .buildText
    accept(.buildText)
  }

  /// Another line of it.
  mutating func continueBuildText() {
    if let first = step?.buildErrorLine {
      step?.buildError = lines.range(from: first &- 1, through: at)
    }
    accept(.continuation)
  }
}
