extension BisectionLog {
  /// Reads a log completely.
  ///
  /// It takes any bytes and never traps; what no rule takes is kept as ``LineKind/unrecognised``,
  /// and what is no log at all has format ``LogFormat/unknown`` and a ``refusal``.
  public init(parsing bytes: [UInt8]) {
    let source = SourceText(bytes)
    self.init(source: source, text: source)
    read()
  }

  /// Reads the source, of which nothing is known yet.
  private mutating func read() {
    let source = source
    switch Lines.withLines(of: source, { DetectedFormat($0) }) {
    case .syzkaller(let traits):
      let absorbed = free(traits)
      self = Lines.withLines(of: text) { lines in
        SyzkallerParser(
          lines: lines, log: Self(source: source, text: text), absorbed: absorbed,
          hasProse: traits.hasProse
        ).parse()
      }
    case .git(let traits):
      let absorbed = free(traits)
      self = Lines.withLines(of: text) { lines in
        GitSessionParser(
          lines: lines, log: Self(source: source, text: text), absorbed: absorbed,
          hasProse: traits.hasProse
        ).parse()
      }
    case .patchTest:
      self = Lines.withLines(of: source) { lines in
        PatchTestParser(lines: lines, log: Self(source: source, text: source)).parse()
      }
    case .crashReport(let headline):
      format = .crashReport
      lineKinds = Array(repeating: .report, count: source.lineCount)
      crash = CrashReport(
        parsing: source, lines: 1..<source.lineCount + 1, title: nil, titleLine: headline)
    case .refused(let refusal):
      self.refusal = refusal
      lineKinds = Array(repeating: .unrecognised, count: source.lineCount)
    }
  }

  /// Undoes a mail's quoting and wrapping in the text, where there is any; tells which lines were
  /// drawn up.
  private mutating func free(_ traits: DetectedFormat.MailTraits) -> [Bool] {
    guard traits.isQuoted || traits.hasProse else { return [] }
    let unquoted = Lines.withLines(of: source) { UnquotedText($0) }
    text = unquoted.text
    return unquoted.absorbed
  }
}
