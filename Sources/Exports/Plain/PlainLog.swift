import BisectionLog
import Triage

extension AnalysedLog {
  /// A piece of the log that is safe to print; nil if there is none or it is empty.
  func shown(_ range: TextRange?) -> String? {
    guard let text = log.string(range), !text.isEmpty else { return nil }
    return visible(text)
  }

  /// The first line of a piece of the log that may have several, safe to print.
  func firstLine(_ range: TextRange?) -> String? {
    let line = log.string(range)?.split(whereSeparator: \.isNewline).first
    return line.map { visible(String($0)) }
  }

  /// The first twelve digits of a revision, or all of a text that is none.
  func short(_ revision: TextRange) -> String {
    let text = visible(log.string(revision))
    let isHash = text.utf8.count == 40 && text.allSatisfy(\.isHexDigit)
    return isHash ? String(text.prefix(12)) : text
  }

  /// The log as calm plain text: what is claimed, how far to trust it and why, the timeline, the
  /// culprit, the stacks.
  ///
  /// - Parameters:
  ///   - width: how many columns a line may have.
  ///   - glyphs: the signs for runs.
  ///   - isFull: whether to print every stack, frame and line of the message.
  ///   - styling: whether what matters stands out.
  package func plainText(
    width: Int, glyphs: RunGlyphs, isFull: Bool, styling: TextStyling = .plain
  ) -> String {
    var page = PlainPage(width: width, styling: styling)
    page.addSummary(of: self)
    page.addTrust(in: self)
    page.addReview(of: self)
    page.addCase(of: self)
    page.addTimeline(of: self, glyphs: glyphs)
    page.addTitles(of: self)
    page.addCulprit(of: self, isFull: isFull)
    page.addStacks(of: self, isFull: isFull)
    page.addRemainder(of: self)
    return glyphs.cut == "…" ? page.text : String(page.text.map { $0 == "…" ? glyphs.cut : $0 })
  }
}

extension PlainPage {
  /// What the log is about and what it claims.
  mutating func addSummary(of log: AnalysedLog) {
    add(styling.styled(log.subject, .heading))
    for line in wrapped(log.circumstances, width: width) { add(line) }
    add("")
    if log.isBisection, log.log.outcome.kind != .culprit { addEnding(of: log) }
    guard let culprit = log.log.culprit else { return }
    let name = log.log.direction == .fix ? "Fix" : "Culprit"
    let title = log.shown(culprit.title) ?? ""
    entry(name, "\(log.short(culprit.commit)) \(title)")
    let people = [log.shown(culprit.author), log.shown(culprit.date), culprit.sizeWords]
    entry("", people.compactMap { $0 }.joined(separator: ", "))
  }

  /// How a log ends that names no single commit, with the commits that are left.
  private mutating func addEnding(of log: AnalysedLog) {
    let outcome = log.log.outcome
    let words = outcome.kind.words(log.log.direction, log.log.format)
    let message = log.firstLine(outcome.message)
    entry("Outcome", words + (message.map { ": \($0)" } ?? ""))
    for commit in log.commitsLeft.prefix(12) { entry("", commit) }
    let more = log.commitsLeft.count - 12
    if more > 0 { entry("", "and \(counted(more, "more commit"))") }
    guard let ending = log.assessment.ending else { return }
    for (name, sentences) in ending.parts {
      for (index, sentence) in sentences.enumerated() {
        entry(index == 0 ? name : "", visible(sentence.text) + places(sentence.lines))
      }
    }
  }

  /// How far the culprit can be trusted, and why.
  mutating func addTrust(in log: AnalysedLog) {
    let assessment = log.assessment
    if let probability = assessment.probability {
      entry("Trust", "\(percentage(probability)): \(trustWords(probability))")
    }
    for evidence in assessment.evidence {
      let isBeside = assessment.probability != nil && !evidence.isCounted
      let text =
        visible(evidence.text) + places(evidence.lines) + (isBeside ? " (not counted)" : "")
      let strength = String(repeating: evidence.effect.sign, count: evidence.strength)
      entry(" \(strength.aligned(to: 3))", text, labelColumns: 6, evidence.effect.kind)
    }
    addSuspects(of: log)
  }

  /// The steps that may have been judged wrongly: all that are likely where the culprit is doubtful.
  private mutating func addSuspects(of log: AnalysedLog) {
    let likely = log.assessment.shownSuspects
    for (index, suspect) in likely.enumerated()
    where log.log.steps.indices.contains(suspect.step) {
      let step = log.log.steps[suspect.step]
      let name = log.log.string(step.release).map { "\(visible($0)) \(log.short(step.commit))" }
      let share = likely.count > 1 ? ", \(percentage(suspect.weight))" : ""
      entry(
        index == 0 ? "Suspect" : "",
        "\(name ?? log.short(step.commit))\(share): \(visible(suspect.reason))")
      if let consequence = suspect.consequence { entry("", visible(consequence)) }
      if let runs = suspect.settlingRuns {
        entry(
          "",
          "\(counted(runs.forFivePercent, "passing run")) there would make a missed crash less "
            + "likely than 5 %, \(runs.forOnePercent) than 1 %.")
      }
    }
  }

  /// What no rule took.
  mutating func addRemainder(of log: AnalysedLog) {
    let lines = log.log.unrecognisedLines
    guard !lines.isEmpty, log.isBisection else { return }
    section("\(counted(lines.count, "line")) not understood")
    for line in lines.prefix(5) {
      let text = visible(log.log.source.string(log.log.source.range(ofLine: line)))
      add(" \(String(line).aligned(to: 6))  \(text.cut(to: width - 9))")
    }
    if lines.count > 5 { add("         and \(lines.count - 5) more, see --json") }
  }
}

extension AnalysedLog {
  /// What the log is about: the crash that it set out to bisect, else the one at its end.
  var subject: String {
    let ranges = [log.originalTitle, log.crash?.title]
    return ranges.lazy.compactMap(shown).first ?? guilt.derivedTitle.map(visible)
      ?? log.format.words
  }

  /// The circumstances of the bisection as one sentence.
  fileprivate var circumstances: String {
    var parts: [String] = []
    if log.direction != .unknown { parts.append("\(log.direction.rawValue) bisection") }
    if parts.isEmpty { parts.append(log.format.words) }
    if !log.steps.isEmpty { parts.append(counted(log.steps.count, "step")) }
    if let seconds = log.statistics.totalSeconds { parts.append(duration(seconds: seconds)) }
    if let start = log.startCommit { parts.append("from \(short(start))") }
    if let at = log.string(log.startedAt).flatMap(internetTime(ofGoTime:)) { parts.append(at) }
    parts.append(visible(path))
    return parts.joined(separator: ", ")
  }
}

extension LogFormat {
  /// The format as a person names it.
  var words: String {
    switch self {
    case .syzkaller: "syzkaller bisection"
    case .gitBisectLog: "git bisect log"
    case .gitBisectRun: "git bisect transcript"
    case .mail: "mail without a log"
    case .patchTest: "patch test, no bisection"
    case .crashReport: "crash report, no bisection"
    case .unknown: "text"
    }
  }
}

extension Evidence.Effect {
  /// Its look.
  var kind: TextStyling.Kind? {
    switch self {
    case .supports: .passed
    case .against: .crashed
    case .neutral: nil
    }
  }

  /// The sign of the direction.
  var sign: String {
    switch self {
    case .supports: "+"
    case .against: "-"
    case .neutral: " "
    }
  }
}

extension Culprit {
  /// How much it changes; nil if git did not print it.
  var sizeWords: String? {
    guard let filesChanged else { return isMerge ? "merge" : nil }
    let added = insertions.map { " +\($0)" } ?? ""
    let removed = deletions.map { " -\($0)" } ?? ""
    return counted(filesChanged, "file") + added + removed + (isMerge ? ", merge" : "")
  }
}
