import BisectionLog
import Reviews
import Triage

extension AnalysedLog {
  /// States the conclusion and its main reason in the first sentence.
  func addFinding(to mail: inout MailText) {
    let reason = decidingReason
    let judged = review?.verdict.map { $0.sentence(review?.reason) } ?? assessedSentence
    guard let judged else { return addUnjudged(to: &mail) }
    let sentence = judged + (reason.map { ": \($0)" } ?? "")
    mail.paragraph(sentence.hasSuffix(".") ? sentence : sentence + ".")
    if let commit = review?.rightCommit {
      mail.paragraph("The right commit seems to be \(commit.prefix(12)).")
    }
    if let note = review?.note, !note.isEmpty { mail.indented(visible(note)) }
  }

  /// Lists the other reasons, at most ``evidenceLines`` lines of them.
  func addEvidence(to mail: inout MailText) {
    let doubts = isDoubtful
    let telling = assessment.evidence.filter { $0.effect != .neutral && $0.text != decidingText }
    let sorted =
      telling.filter { ($0.effect == .against) == doubts }
      + telling.filter { ($0.effect == .against) != doubts }
    var room = Self.evidenceLines
    var isFirst = true
    for evidence in sorted {
      let lines = mail.itemLines(evidence.effect.sign, visible(evidence.text))
      guard lines.count <= room else { break }
      room -= lines.count
      if isFirst { mail.sentence("What the log shows besides:") }
      isFirst = false
      for line in lines { mail.add(line) }
    }
    if !isFirst { mail.add("") }
  }

  /// Where no single commit is named: what is known and what would help.
  func addEnding(to mail: inout MailText) {
    var room = Self.evidenceLines
    for (name, sentences) in assessment.ending?.parts ?? [] {
      guard room > 2 else { return }
      mail.sentence("\(name):")
      for sentence in sentences {
        let lines = mail.itemLines("*", visible(sentence.text))
        guard lines.count <= room else { break }
        room -= lines.count
        for line in lines { mail.add(line) }
      }
      mail.add("")
    }
  }

  /// The step that looks wrong, and the range that was left out if it is.
  func addSuspect(to mail: inout MailText) {
    guard isDoubtful, let suspect = assessment.suspect,
      log.steps.indices.contains(suspect.step), let consequence = suspect.consequence
    else { return }
    mail.paragraph(visible(consequence).replacingStart("If it", with: "If \(suspectName) "))
  }

  /// How many lines of reasons a mail has at most: what a person reads at once.
  private static var evidenceLines: Int { 12 }

  private func addUnjudged(to mail: inout MailText) {
    guard isBisection, log.outcome.kind == .culprit else { return }
    mail.paragraph("The log records no runs, so it does not show how sure this result is.")
  }

  private var isDoubtful: Bool {
    switch review?.verdict {
    case .wrong, .inconclusive, .retest: true
    case .correct: false
    case .plausible, .duplicate, nil: (assessment.probability ?? 1) < 0.5
    }
  }

  /// The judgement by the log alone; nil if nothing is judged.
  private var assessedSentence: String? {
    guard let probability = assessment.probability else { return nil }
    let words =
      switch probability {
      case 0.8...: "is likely right"
      case 0.5...: "is plausible, but not proven"
      case 0.25...: "is doubtful"
      case 0.1...: "is probably wrong"
      default: "is very likely wrong"
      }
    return "This bisection \(words)"
  }

  /// The reason behind the judgement; nil if there is none.
  private var decidingReason: String? {
    if isDoubtful, let suspect = assessment.suspect, log.steps.indices.contains(suspect.step) {
      let reason = visible(suspect.reason)
      let subject = "It "
      return reason.hasPrefix(subject)
        ? "\(suspectName) \(reason.dropFirst(subject.count))"
        : "at \(suspectName), \(reason.lowercasedStart)"
    }
    return decidingText.map { visible($0).lowercasedStart }
  }

  /// The sentence of the evidence that the judgement rests on; nil if a suspect step is named.
  private var decidingText: String? {
    guard assessment.probability != nil else { return nil }
    let wanted: Evidence.Effect = isDoubtful ? .against : .supports
    if isDoubtful, assessment.suspect != nil { return nil }
    return assessment.evidence.first { $0.effect == wanted }?.text
  }

  private var suspectName: String {
    guard let index = assessment.suspect?.step else { return "" }
    let step = log.steps[index]
    let hash = short(step.commit)
    return log.string(step.release).map { "\(visible($0)) (\(hash))" } ?? hash
  }
}

extension String {
  /// The sentence for use after a colon: without the capital of an ordinary word.
  fileprivate var lowercasedStart: String {
    guard let first, dropFirst().first?.isLowercase == true else { return self }
    return first.lowercased() + dropFirst()
  }

  fileprivate func replacingStart(_ start: String, with text: String) -> String {
    hasPrefix(start) ? text + dropFirst(start.count).drop { $0 == " " } : self
  }
}

extension Verdict {
  /// The verdict as the beginning of a sentence that continues with the reason.
  fileprivate func sentence(_ reason: Reason?) -> String {
    let why = reason.flatMap { $0 == .other ? nil : ", \($0.words)" } ?? ""
    return switch self {
    case .correct: "I have read the log, and this bisection is right"
    case .plausible: "I have read the log, and this bisection is plausible, but not proven"
    case .wrong: "I have read the log, and this bisection is wrong\(why)"
    case .inconclusive: "I have read the log, and it does not show which commit is to blame"
    case .retest: "I have read the log, and this bisection should be run again"
    case .duplicate: "This bug is a duplicate"
    }
  }
}

extension Reason {
  /// The reason in a few words.
  package var words: String {
    switch self {
    case .foreignCrash: "another bug's crash was taken for this one"
    case .missedCrash: "a test missed the crash"
    case .onlyExposes: "the commit only lets the bug show"
    case .impossibleCommit: "the commit cannot cause it"
    case .other: "see below"
    }
  }
}
