extension Minimisation {
  /// The meaning of a line of configuration minimisation; nil for other lines.
  init?(_ line: ByteView) {
    let reading =
      Self.scriptStep(line) ?? Self.baselineStep(line) ?? Self.halvingStep(line)
      ?? Self.chunkStep(line) ?? Self.instrumentationStep(line)
    guard let reading else { return nil }
    self = reading
  }

  /// The minimisation of 2020, by a script of the kernel.
  private static func scriptStep(_ line: ByteView) -> Minimisation? {
    guard let rest = line.after("# ") else { return nil }
    if rest.starts(with: "configuration already minimized") { return .alreadyMinimal }
    if rest.starts(with: "start config bisection") { return .started }
    if let folder = rest.after("using ")?.before(" as config bisect directory") {
      return .usesFolder(folder.range)
    }
    if let argument = rest.after("config-bisect.pl ") {
      return .ranScript(argument: (argument.before(":") ?? argument).range)
    }
    if let tail = rest.after("config_bisect.pl finished") {
      return .scriptFinished(error: tail.after(" or failed: ")?.range)
    }
    if rest.starts(with: "found config option changes ") {
      return .foundOptions(rest.bracketedWords ?? [])
    }
    return rest.starts(with: "testing with generated minimized config") ? .minimisedPasses : nil
  }

  private static func baselineStep(_ line: ByteView) -> Minimisation? {
    if let tail = line.after("testing baseline config failed") {
      return .baselineFailed(error: tail.after(": ")?.range)
    }
    if line.equals("crash reproduces with baseline config") { return .baselineCrashes }
    if line.starts(with: "unable to test using baseline config") { return .baselineUntestable }
    if line.starts(with: "Minimizing config failed") { return .failed(error: nil) }
    if let error = line.after("minimizing config failed: ") { return .failed(error: error.range) }
    if let error = line.after("config minimization failed due to bad Kconfig") {
      return .failed(error: error.trimmed.rangeIfAny)
    }
    if line.starts(with: "proceeding with the original config") { return .keepsOriginal }
    return line.starts(with: "testing with generated minimized config") ? .minimisedPasses : nil
  }

  /// The minimisation of October 2020 to July 2023, by halves.
  private static func halvingStep(_ line: ByteView) -> Minimisation? {
    if line.starts(with: "kconfig minimization: ") { return sizes(line) }
    if line.equals("base config crashes") { return .baseCrashes }
    if line.equals("only full config crashes") { return .onlyFullCrashes }
    if line.starts(with: "trying half: ") { return .triesHalf(line.bracketedWords ?? []) }
    if line.equals("half crashed") { return .halfCrashes }
    if line.equals("both halves did not crash") { return .neitherHalfCrashes }
    return line.starts(with: "resulting configs: ") ? .result(line.bracketedWords ?? []) : nil
  }

  private static func sizes(_ line: ByteView) -> Minimisation? {
    guard let base = line.number(after: "base="), let full = line.number(after: "full="),
      let difference = line.number(after: "diff=")
    else { return nil }
    return .sizes(
      base: base, full: full, difference: difference, countsLeaves: line.contains("leaves diff="))
  }

  /// The minimisation since July 2023, by chunks.
  private static func chunkStep(_ line: ByteView) -> Minimisation? {
    if line.starts(with: "split chunks (needed=") {
      return .chunks(needed: line.contains("(needed=true)"), chunks(line))
    }
    if let rest = line.after("split chunk #"), let chunk = rest.leadingNumber(),
      let length = rest.number(after: "of len "), let parts = rest.number(after: "into ")
    {
      return .splits(chunk: chunk.value, length: length, parts: parts)
    }
    if let rest = line.after("testing without sub-chunk "), let part = rest.leadingNumber(),
      let total = rest.number(after: "/")
    {
      return .triesWithout(part: part.value, of: total)
    }
    if line.equals("the chunk can be dropped") { return .dropsChunk }
    if line.starts(with: "no need to test this chunk") { return .keepsChunk }
    if line.starts(with: "no way to further split the chunk") { return .cannotSplit }
    if line.starts(with: "we have reached the limit on predicate runs") {
      return line.number(after: "runs (").map { .trialLimit($0) }
    }
    guard let count = line.number(after: "minimized to ") else { return nil }
    return .minimised(count: count, suspects: line.bracketedWords ?? [])
  }

  /// The `<8>, <4, final>` of a line.
  private static func chunks(_ line: ByteView) -> [Chunk] {
    var chunks: [Chunk] = []
    var rest = line
    while let (_, tail) = rest.split(at: Ascii.less),
      let (inside, after) = tail.split(at: Ascii.greater)
    {
      if let (count, _) = inside.leadingNumber() {
        chunks.append(Chunk(count: count, isFinal: inside.ends(with: "final")))
      }
      rest = after
    }
    return chunks
  }

  private static func instrumentationStep(_ line: ByteView) -> Minimisation? {
    if line.starts(with: "check whether we can drop unnecessary") { return .checksInstrumentation }
    if line.starts(with: "disabling configs for ") { return .disables(line.bracketedWords ?? []) }
    if line.starts(with: "there was nothing we could disable") { return .nothingToDisable }
    guard line.equals("the bug reproduces without the instrumentation") else { return nil }
    return .crashesWithoutInstrumentation
  }
}
