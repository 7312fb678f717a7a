extension CrashReport {
  /// Reads the crash report that is in some lines of a text.
  ///
  /// - Parameters:
  ///   - text: the text; the values' ranges lie in it.
  ///   - lines: the report's lines, from 1, half-open.
  ///   - title: the title where it is known, as `crash:` gives it.
  ///   - titleLine: the line of the title, from 1.
  public init(parsing text: SourceText, lines: Range<Int>, title: TextRange?, titleLine: Int) {
    self.init(parsing: text, lines: lines, title: title, titleLine: titleLine, absorbed: [])
  }

  /// The same, if some lines are empty and several machines may have printed the others: `consoles`
  /// has the machine's number for each line, from index 0, and `isOfKernelsConsole` is true if what was
  /// before the lines names the kernel.
  init(
    parsing text: SourceText, lines: Range<Int>, title: TextRange?, titleLine: Int,
    absorbed: [Bool], consoles: [UInt8] = [], isOfKernelsConsole: Bool = false
  ) {
    let kept = lines.clamped(to: 1..<max(text.lineCount + 1, 1))
    self.init(title: title, line: titleLine, lines: kept)
    if absorbed.isEmpty, consoles.isEmpty {
      read(text)
    } else {
      read(text, absorbed, consoles, isOfKernelsConsole)
    }
  }

  /// How many lines of a long report are taken as a sample of the others.
  private static let sample = 1 << 16

  /// Reads the lines of the report, of which nothing is known yet.
  private mutating func read(_ text: SourceText) {
    let (first, end) = (lines.lowerBound, lines.upperBound)
    self = Lines.withLines(of: text) { all in
      var parser = ReportParser(text: text, report: self)
      let sampleEnd = min(end, first + Self.sample)
      for line in first..<sampleEnd { parser.take(all[line - 1], line: line) }
      if sampleEnd < end { parser.expect(times: (end - first) / Self.sample + 1) }
      for line in sampleEnd..<end { parser.take(all[line - 1], line: line) }
      return parser.finish()
    }
  }

  /// Reads the lines of an unwrapped text.
  private mutating func read(
    _ text: SourceText, _ absorbed: [Bool], _ consoles: [UInt8], _ isOfKernelsConsole: Bool
  ) {
    let range = lines
    self = Lines.withLines(of: text) { all in
      var parser = ReportParser(text: text, report: self)
      parser.hasLostStamps = !consoles.isEmpty && !Self.hasStamps(all, range)
      parser.isOfKernelsConsole = isOfKernelsConsole
      for line in range where absorbed.isEmpty || !absorbed[line - 1] {
        if !consoles.isEmpty { parser.machine = consoles[line - 1] }
        parser.take(all[line - 1], line: line)
      }
      return parser.finish()
    }
  }

  /// Whether lines have a console's stamp of their own, so that one without belongs to no console.
  private static func hasStamps(_ all: borrowing Lines, _ lines: Range<Int>) -> Bool {
    var (stamped, filled) = (0, 0)
    for line in lines.prefix(400) where !all[line - 1].isEmpty {
      filled += 1
      if ConsolePrefix(of: all[line - 1]) != nil { stamped += 1 }
    }
    return stamped > 1 && stamped * 8 > filled
  }

  /// Reads a whole console log, or a report that is a file of its own.
  ///
  /// ``line`` is that of the headline, 1 where there is none.
  public init(parsing text: SourceText) {
    self.init(parsing: text, lines: 1..<text.lineCount + 1, title: nil, titleLine: 1)
    if let headline { line = headline }
  }
}
