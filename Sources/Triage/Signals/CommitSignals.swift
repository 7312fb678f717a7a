import BisectionLog

extension LogFacts {
  /// What the commit changes and states.
  ///
  /// That a commit may only expose an older bug is no evidence against a fix.
  var commitSignals: [Signal] {
    log.direction == .fix
      ? [namesFunction]
      : [namesFunction, newFiles, kconfig, debuggingTool] + [removesCode].compactMap { $0 }
  }

  /// Whether the commit's text names the function of the original title.
  private var namesFunction: Signal {
    let index = kinship.index
    let functions = Set(
      index.titles.indices.filter { kinship.families[$0] != .foreign }
        .compactMap { index.titles[$0].function })
    let named = functions.sorted().first { name in
      name.utf8.count > 5 && culprit.message.contains { mentions(name, in: $0) }
    }
    return signal(
      .namesFunction, if: named != nil,
      named.map { "The commit's text names \($0), where the kernel crashes." }
        ?? "The commit's text does not name the function that crashes.",
      at: named == nil ? [] : [culprit.blockLines?.lowerBound ?? culprit.line])
  }

  /// Whether a line of the commit's message contains a word, ignoring leading underscores.
  private func mentions(_ name: String, in line: TextRange) -> Bool {
    // Hardly any line holds the name at all; only such a one is taken apart.
    guard log.text.withBytes(of: line, { $0.contains(name.utf8.span) }) else { return false }
    return log.string(line).split { !($0 == "_" || $0.isLetter || $0.isNumber) }
      .contains { $0.drop { $0 == "_" } == name }
  }

  /// How much of the change is removal: code that goes breaks less than code that comes.
  private var removesCode: Signal? {
    guard culprit.insertions != nil || culprit.deletions != nil else { return nil }
    let added = max(culprit.insertions ?? 0, 0)
    let removed = max(culprit.deletions ?? 0, 0)
    // One more line each way, so that a change of a few lines has little weight.
    let share = (Double(removed) + 1) / (Double(added) + Double(removed) + 2)
    var amounts: String {
      "adds \(Words.count(added, "line", "lines")) and removes \(Words.grouped(removed))"
    }
    return signal(
      .removesCode, share, "The culprit \(amounts); additions break more often than removals.",
      at: [culprit.blockLines.map { $0.upperBound - 1 } ?? culprit.line])
  }

  private var newFiles: Signal {
    signal(
      .newFiles, if: culpritFiles.createsFiles,
      culpritFiles.createsFiles
        ? "The culprit creates files: it may only make an older bug reachable."
        : "The culprit creates no files.",
      at: [culprit.blockLines.map { $0.upperBound - 1 } ?? culprit.line])
  }

  private var kconfig: Signal {
    let line = culpritFiles.line(where: \.isKconfig)
    return signal(
      .kconfig, if: line != nil,
      line == nil
        ? "The culprit changes no build switch."
        : "The culprit changes build switches: it may only switch the code on.",
      at: [line].compactMap { $0 })
  }

  private var debuggingTool: Signal {
    let line = culpritFiles.line(where: \.isDebuggingTool)
    return signal(
      .debuggingTool, if: line != nil,
      line == nil
        ? "The culprit changes no debugging tool."
        : "The culprit changes a debugging tool, which finds bugs rather than makes them.",
      at: [line].compactMap { $0 })
  }
}
