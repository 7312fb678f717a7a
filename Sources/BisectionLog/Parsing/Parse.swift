extension BisectionLog {
  /// Reads a log completely.
  ///
  /// It takes any bytes and never traps; what no rule takes is kept as ``LineKind/unrecognised``,
  /// and what is no log at all has format ``LogFormat/unknown`` and a ``refusal``.
  public init(parsing bytes: [UInt8]) {
    let source = SourceText(bytes)
    let format = Lines.withLines(of: source) { DetectedFormat($0) }
    switch format {
    case .syzkaller(let traits):
      self = Self.reading(source, traits) { lines, log, absorbed in
        SyzkallerParser(lines: lines, log: log, absorbed: absorbed, hasProse: traits.hasProse)
          .parse()
      }
    case .git(let traits):
      self = Self.reading(source, traits) { lines, log, absorbed in
        GitSessionParser(lines: lines, log: log, absorbed: absorbed, hasProse: traits.hasProse)
          .parse()
      }
    case .patchTest:
      self = Lines.withLines(of: source) { lines in
        PatchTestParser(lines: lines, log: Self(source: source, text: source)).parse()
      }
    case .crashReport(let headline): self.init(report: source, headline: headline)
    case .refused(let refusal):
      self.init(source: source, text: source)
      self.refusal = refusal
      lineKinds = Array(repeating: .unrecognised, count: source.lineCount)
    }
  }

  /// Reads a text, after a mail's quoting and wrapping is undone where there is any.
  private static func reading(
    _ source: SourceText, _ traits: DetectedFormat.MailTraits,
    _ parse: (Lines, BisectionLog, [Bool]) -> BisectionLog
  ) -> BisectionLog {
    guard traits.isQuoted || traits.hasProse else {
      let log = BisectionLog(source: source, text: source)
      return Lines.withLines(of: source) { parse($0, log, []) }
    }
    let unquoted = Lines.withLines(of: source) { UnquotedText($0) }
    let log = BisectionLog(source: source, text: unquoted.text)
    return Lines.withLines(of: unquoted.text) { parse($0, log, unquoted.absorbed) }
  }

  /// A crash report or console log on its own.
  private init(report source: SourceText, headline: Int) {
    self.init(source: source, text: source)
    format = .crashReport
    lineKinds = Array(repeating: .report, count: source.lineCount)
    crash = CrashReport(
      parsing: source, lines: 1..<source.lineCount + 1, title: nil, titleLine: headline)
  }
}
