import BisectionLog

/// What holds for every parse, whatever the bytes.
package enum LogInvariants {
  /// The broken ones, each in a few words; empty if all hold.
  package static func violations(of log: BisectionLog) -> [String] {
    var violations: [String] = []
    func check(_ holds: Bool, _ words: String) { if !holds { violations.append(words) } }

    check(log.lineKinds.count == log.source.lineCount, "every line has a kind")
    check(log.text.lineCount == log.source.lineCount, "the text has the source's lines")
    check(nodesCover(log), "the nodes are the input")
    let isWithin = { (range: TextRange) in range.offsets.upperBound <= log.text.bytes.count }
    check(ranges(of: log).allSatisfy(isWithin), "ranges lie in the text")
    check(lines(of: log).allSatisfy { 1...max(log.source.lineCount, 1) ~= $0 }, "lines exist")
    for step in log.steps {
      check(step.crashed >= 0 && step.passed >= 0 && step.other >= 0, "counts are not negative")
      if let count = step.runCount {
        check(count == step.crashed + step.passed + step.other, "runs are counted once")
      }
      check(!step.allRuns || step.runs.count >= 1, "all runs have an element")
    }
    check(zip(log.steps, log.steps.dropFirst()).allSatisfy { $0.line <= $1.line }, "steps ascend")
    check(log.gitCommands.compactMap(\.step).allSatisfy(log.steps.indices.contains), "steps exist")
    check((log.refusal != nil) == (log.format == .unknown), "what is unknown is refused")
    return violations
  }

  private static func nodesCover(_ log: BisectionLog) -> Bool {
    var end = 0
    for node in log.nodes {
      guard node.range.offsets.lowerBound == end else { return false }
      end = node.range.offsets.upperBound
    }
    return end == log.source.bytes.count
  }

  private static func ranges(of log: BisectionLog) -> [TextRange] {
    var ranges = [log.host, log.startedAt, log.startCommit, log.syzkallerCommit].compactMap { $0 }
    for step in log.steps {
      ranges += [step.commit]
      ranges += [step.title, step.release, step.compiler, step.signature, step.buildError]
        .compactMap { $0 }
      ranges += step.runs.map(\.title) + step.runs.compactMap(\.detail)
      ranges += step.notices.map(\.text)
    }
    ranges += log.notices.map(\.text) + log.outcome.commits
    ranges += [log.outcome.message].compactMap { $0 }
    if let culprit = log.culprit {
      ranges += culprit.message + culprit.files.map(\.path) + [culprit.commit]
      ranges += culprit.files.compactMap(\.oldPath)
      ranges += [culprit.title, culprit.author, culprit.email, culprit.date].compactMap { $0 }
    }
    if let recipients = log.recipients { ranges += recipients.to + recipients.cc }
    for frame in log.crash?.stacks.flatMap(\.frames) ?? [] {
      ranges += [frame.function] + [frame.file, frame.module, frame.register].compactMap { $0 }
    }
    return ranges
  }

  private static func lines(of log: BisectionLog) -> [Int] {
    var lines = log.steps.map(\.line) + log.steps.compactMap(\.verdictLine)
    lines += log.steps.flatMap { $0.runs.map(\.line) } + log.steps.compactMap(\.buildErrorLine)
    lines += log.gitCommands.map(\.line) + log.notices.map(\.line)
    lines += [log.outcome.line, log.culprit?.line, log.recipients?.line, log.statistics.line]
      .compactMap { $0 }
    lines += log.culprit?.files.map(\.line) ?? []
    lines += log.crash?.stacks.flatMap { $0.frames.map(\.logLine) } ?? []
    return lines
  }
}
