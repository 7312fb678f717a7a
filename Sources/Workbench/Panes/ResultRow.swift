import BisectionLog

/// A row of the results pane.
package enum ResultRow: Hashable, Sendable {
  /// How often runs ended alike.
  case group(count: Int, outcome: RunOutcome, title: String, line: Int)
  /// A fact about the step, such as its compiler, with the line it is on where it has one.
  case fact(String, role: Role, line: Int?)
  /// One run as printed.
  case run(index: Int?, outcome: RunOutcome, title: String, line: Int)
  /// A heading.
  case heading(String)

  /// The line of the log (from 1) it represents.
  package var line: Int? {
    switch self {
    case .group(_, _, _, let line), .run(_, _, _, let line): line
    case .fact(_, _, let line): line
    case .heading: nil
    }
  }

  /// The rows of a step: what happened how often, what is known about the build, then each run.
  static func rows(of index: Int, in log: BisectionLog) -> [ResultRow] {
    guard log.steps.indices.contains(index) else { return [] }
    let step = log.steps[index]
    var rows = groups(of: step, in: log)
    rows += facts(of: index, in: log)
    if step.runs.count > 1 {
      rows.append(.heading("Runs, in order of completion"))
      rows += step.runs.map {
        .run(index: $0.index, outcome: $0.outcome, title: log.string($0.title), line: $0.line)
      }
    }
    return rows
  }

  private static func groups(of step: Step, in log: BisectionLog) -> [ResultRow] {
    struct Kind: Hashable {
      let outcome: RunOutcome
      let title: String
    }
    var order: [Kind] = []
    var counts: [Kind: (count: Int, line: Int)] = [:]
    for run in step.runs {
      let kind = Kind(outcome: run.outcome, title: log.string(run.title))
      let weight = step.allRuns ? max(1, step.runCount ?? 1) : 1
      if counts[kind] == nil { order.append(kind) }
      counts[kind, default: (0, run.line)].count += weight
    }
    let sorted = order.enumerated().sorted { left, right in
      let (a, b) = (counts[left.element]?.count ?? 0, counts[right.element]?.count ?? 0)
      return a == b ? left.offset < right.offset : a > b
    }
    return sorted.map(\.element).map { kind in
      let entry = counts[kind] ?? (0, step.line)
      return .group(
        count: entry.count, outcome: kind.outcome, title: kind.title, line: entry.line)
    }
  }

  /// The verdict given to git, and its answer.
  private static func told(_ step: Step) -> String? {
    var parts: [String] = []
    if let verdict = step.verdict { parts.append("git was told: \(verdict.rawValue)") }
    if let remaining = step.remaining {
      let steps = step.roughSteps.map { ", roughly \($0) \($0 == 1 ? "step" : "steps")" } ?? ""
      parts.append("\(remaining.grouped) \(remaining == 1 ? "revision" : "revisions") left\(steps)")
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private static func facts(of index: Int, in log: BisectionLog) -> [ResultRow] {
    let step = log.steps[index]
    var rows: [ResultRow] = []
    if let title = log.string(step.title), !title.isEmpty {
      rows.append(.fact(title, role: .text, line: step.line))
    }
    if let error = log.string(step.buildError) {
      rows.append(.heading("The kernel could not be built"))
      for (offset, text) in error.split(separator: "\n").prefix(20).enumerated() {
        rows.append(
          .fact(String(text), role: .broken, line: step.buildErrorLine.map { $0 + offset }))
      }
    } else if step.runs.isEmpty {
      rows.append(.fact(absence(of: step, in: log), role: .dim, line: step.line))
    }
    if let representative = step.representative {
      let types = representative.types.map(log.string).joined(separator: " ")
      rows.append(
        .fact(
          "represents the step: \(log.string(representative.title)) [\(types)]", role: .text,
          line: representative.line))
    }
    if let chance = step.falseNegative {
      rows.append(
        .fact(
          "chance that the good verdict missed the crash: \(chance.percentText)", role: .text,
          line: step.line))
    }
    rows += step.notices.map { .fact(log.string($0.text), role: .warning, line: $0.line) }
    if let told = told(step) { rows.append(.fact(told, role: .dim, line: step.verdictLine)) }
    if let compiler = log.string(step.compiler) {
      rows.append(.fact("compiler: \(compiler)", role: .dim, line: step.line))
    }
    if let signature = log.string(step.signature) {
      let twin = log.steps[..<index].lastIndex { log.string($0.signature) == signature }
      let remark = twin.map { "; same binary as \(log.string(log.steps[$0].commit).prefix(12))" }
      rows.append(
        .fact("binary: \(signature.prefix(12))…\(remark ?? "")", role: .dim, line: step.line))
    }
    return rows
  }

  /// Why a step has no runs.
  private static func absence(of step: Step, in log: BisectionLog) -> String {
    switch (log.format, step.stage) {
    case (.gitBisectLog, _), (.gitBisectRun, _): "git records no runs, only its verdicts"
    case (_, .parent): "No runs: built for its signature only"
    default: "No runs are recorded"
    }
  }
}

extension Double {
  /// A chance from 0 to 1 as a percentage with at most one decimal.
  var percentText: String {
    let tenths = Int((self * 1000).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }
}
