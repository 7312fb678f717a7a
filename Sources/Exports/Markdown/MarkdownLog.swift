import BisectionLog
import Reviews
import Triage

extension AnalysedLog {
  /// The log as Markdown: the claim, the evidence, the steps, the culprit, the telling stack.
  var markdown: String {
    let parts = [
      markdownHead, markdownTrust, markdownSteps, markdownCulprit, markdownStack,
    ]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private var markdownHead: [String] {
    let words = log.outcome.kind.words(log.direction, log.format)
    var lines = ["## Bisection of \(codeSpan(subject))", "", "**Outcome:** \(words)"]
    if let message = firstLine(log.outcome.message) { lines[2] += ", \(codeSpan(message))" }
    if !commitsLeft.isEmpty { lines += [""] + commitsLeft.map { "* \(codeSpan($0))" } }
    if let verdict = review?.verdict {
      let reason = review?.reason.map { ", \($0.words)" } ?? ""
      lines += ["", "**Review:** \(verdict.rawValue)\(reason)"]
      if let commit = review?.rightCommit {
        lines += ["", "**Right commit:** \(codeSpan(commit))"]
      }
      if let note = review?.note, !note.isEmpty { lines += ["", codeSpan(note)] }
    }
    return lines
  }

  private var markdownTrust: [String] {
    var lines: [String] = []
    if let probability = assessment.probability {
      lines += ["**Trust:** \(percentage(probability)), \(trustWords(probability))", ""]
    }
    for evidence in assessment.evidence {
      let text = codeSpan(evidence.text) + places(evidence.lines)
      lines.append("* \(evidence.effect.words) \(text)")
    }
    for (name, sentences) in assessment.ending?.parts ?? [] {
      lines += ["**\(name):**", ""]
      lines += sentences.map { "* \(codeSpan($0.text))\(places($0.lines))" } + [""]
    }
    if lines.last == "" { lines.removeLast() }
    if let suspect = assessment.suspect, log.steps.indices.contains(suspect.step) {
      let commit = codeSpan(short(log.steps[suspect.step].commit))
      lines += ["", "**Suspect step:** \(commit): \(codeSpan(suspect.reason))"]
    }
    return lines
  }

  private var markdownSteps: [String] {
    guard !log.steps.isEmpty else { return [] }
    var number = 0
    let rows = log.steps.map { step in
      if step.stage == .bisect { number += 1 }
      let cells = [
        step.label(number: number, in: log), codeCell(short(step.commit)),
        "\(step.crashed)", "\(step.passed)", "\(step.other)", step.resultWord,
        step.verdict?.rawValue ?? "", titles(of: step).map(codeCell).joined(separator: ", "),
      ]
      return "| " + cells.joined(separator: " | ") + " |"
    }
    return [
      "| step | revision | crashed | passed | other | result | git | titles |",
      "|---|---|--:|--:|--:|---|---|---|",
    ] + rows
  }

  private var markdownCulprit: [String] {
    guard let culprit = log.culprit else { return [] }
    let title = shown(culprit.title) ?? ""
    var lines = [
      "### \(log.direction == .fix ? "Fix" : "Culprit") \(codeSpan(short(culprit.commit)))", "",
      codeSpan(title),
    ]
    if let author = shown(culprit.author) { lines += ["", "Author: \(codeSpan(author))"] }
    let files = culprit.files.prefix(20).map { "* \(codeSpan(log.string($0.path)))" }
    return files.isEmpty ? lines : lines + [""] + files
  }

  private var markdownStack: [String] {
    guard let stack = tellingStack else { return [] }
    let frames = stack.frames.prefix(15).map { frame in
      "\(frame.name(in: log.text))  \(frame.place(in: log.text))"
    }
    return ["### Stack: \(codeSpan(stack.label))", ""] + codeBlock(frames)
  }

  /// The titles of a step's crashes, each once, in order.
  func titles(of step: Step) -> [String] {
    var known: Set<String> = []
    return step.runs.lazy.filter { $0.outcome == .crashed }.map { log.string($0.title) }
      .filter { known.insert($0).inserted }
  }

  /// The stack to show where there is room for one.
  var tellingStack: Stack? {
    guard let stacks = log.crash?.stacks else { return nil }
    let index = guilt.frame?.stack ?? guilt.candidates.first?.stack ?? 0
    return stacks.indices.contains(index) ? stacks[index] : nil
  }
}

extension Evidence.Effect {
  /// The direction as a word.
  var words: String {
    switch self {
    case .supports: "for:"
    case .against: "against:"
    case .neutral: "note:"
    }
  }
}
