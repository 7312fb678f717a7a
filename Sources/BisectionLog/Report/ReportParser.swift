extension CrashReport {
  /// Reads the crash report that stands in some lines of a text.
  ///
  /// - Parameters:
  ///   - text: the text; the values' ranges lie in it.
  ///   - lines: the report's lines, from 1, half-open.
  ///   - title: the title where it is known, as `crash:` gives it.
  ///   - titleLine: the line of the title, from 1.
  public init(parsing text: SourceText, lines: Range<Int>, title: TextRange?, titleLine: Int) {
    self.init(title: title, line: titleLine, lines: lines)
  }
}
