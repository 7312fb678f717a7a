extension BisectionLog {
  /// Reads a log completely.
  ///
  /// It takes any bytes and never traps; what no rule takes is kept as ``LineKind/unrecognised``,
  /// and what is no log at all has format ``LogFormat/unknown``.
  public init(parsing bytes: [UInt8]) {
    let source = SourceText(bytes)
    self.init(source: source, text: source)
    format = .syzkaller
    let empty = self
    self = Lines.withLines(of: source) { SyzkallerParser(lines: $0, log: empty).parse() }
  }
}
