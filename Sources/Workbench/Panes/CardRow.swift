import BisectionLog
import Kernel
import Triage

/// A row of the culprit pane: its text and its target.
package struct CardRow: Sendable {
  /// What precedes the text, such as a sign; continued lines are indented as far.
  package var lead: String
  /// Its text; wrapped to the pane's width.
  package var text: String
  /// How it looks.
  package var role: Role
  /// How the lead looks.
  package var leadRole: Role
  /// The text at the right end of the row; such a row is cut, not wrapped.
  package var trail = ""
  /// The file that the row is about; nil for other rows and where git shortened the path.
  package var file: String?
  /// What Enter opens; nil for rows that open nothing.
  package var target: RowTarget?

  init(
    _ text: String, _ role: Role = .text, lead: String = "", leadRole: Role? = nil,
    target: RowTarget? = nil
  ) {
    self.text = text
    self.role = role
    self.lead = lead
    self.leadRole = leadRole ?? role
    self.target = target
  }

  static let blank = CardRow("")
}

/// Makes the rows of the culprit pane.
struct CardBuilder {
  let log: BisectionLog
  let assessment: Assessment
  /// The first frame in each of the culprit's files, by the file's index.
  let touched: [Int: RowTarget]

  var card: Card {
    guard let culprit = log.culprit else { return Card(withoutCulprit) }
    let above = head(culprit) + trust + suspects
    let below = message(culprit) + recipients
    guard !culprit.files.isEmpty else { return Card(above + below) }
    let heading = CardRow(touched.isEmpty ? "Files, none of them in a stack" : "Files", .heading)
    return Card(above + [.blank, heading], files: CardFiles(of: log, touched: touched), below)
  }

  private func head(_ culprit: Culprit) -> [CardRow] {
    var rows = [
      CardRow(
        log.string(culprit.title) ?? "(the log does not show the subject)", .heading,
        target: .line(culprit.line)),
      CardRow(log.string(culprit.commit), .dim, target: .line(culprit.line)),
    ]
    let date = log.string(culprit.date).map(CommitMessage.day)
    var facts = [log.string(culprit.author), date].compactMap { $0 }
    if culprit.isMerge { facts.append("merge") }
    if culprit.isRelease { facts.append("release") }
    if !facts.isEmpty {
      rows.append(
        CardRow(
          facts.joined(separator: ", "), .dim,
          target: culprit.blockLines.map { .line($0.lowerBound) }))
    }
    if let count = culprit.filesChanged {
      let added = culprit.insertions.map { " +\($0)" } ?? ""
      let removed = culprit.deletions.map { " -\($0)" } ?? ""
      rows.append(CardRow("\(count) \(count == 1 ? "file" : "files")\(added)\(removed)", .dim))
    }
    if let own = log.string(culprit.signature), let parent = log.string(culprit.parentSignature) {
      let same = own == parent
      rows.append(
        CardRow(
          same ? "kernel binary unchanged by this commit" : "kernel binary changed by this commit",
          same ? .against : .dim))
    }
    return rows
  }

  private var trust: [CardRow] {
    var rows: [CardRow] = [.blank]
    if let probability = assessment.probability {
      rows.append(CardRow(Trust.sentence(probability), .heading))
    } else if !assessment.evidence.isEmpty {
      rows.append(CardRow("What is known without test runs", .heading))
    }
    let (counted, beside) = assessment.evidence.parted
    if assessment.probability == nil {
      return rows + (beside + counted).map(row(of:)) + settlingRows
    }
    rows += counted.map(row(of:))
    guard !beside.isEmpty else { return rows }
    return rows + [CardRow("Beside the percentage", .heading)] + beside.map(row(of:))
  }

  /// A reason with signs for how far it moves the probability.
  private func row(of evidence: Evidence) -> CardRow {
    let (sign, role): (String, Role) =
      switch evidence.effect {
      case .supports: ("+", .supports)
      case .against: ("-", .against)
      case .neutral: (" ", .dim)
      }
    let signs = String(repeating: sign, count: evidence.strength)
    let lead = String(repeating: " ", count: 3 - signs.count) + signs + " "
    return CardRow(
      evidence.text, .text, lead: lead, leadRole: role,
      target: evidence.lines.first.map { .line($0) })
  }

  /// What would give the verdicts of git a basis that the log does not record.
  private var settlingRows: [CardRow] {
    guard !assessment.evidence.isEmpty else { return [] }
    return [
      CardRow(
        "No percentage: it takes recorded runs. Test the culprit and its parent ten times each; only the "
          + "culprit should crash.", .dim, lead: "    ")
    ]
  }

  private func message(_ culprit: Culprit) -> [CardRow] {
    let lines = culprit.message.dropFirst().map(log.string)
    guard lines.contains(where: { !$0.isEmpty }) else { return [] }
    let paragraphs = CommitMessage.paragraphs(of: Array(lines.drop(while: \.isEmpty)))
    return [.blank, CardRow("Message", .heading)] + paragraphs.map { CardRow($0, lead: "   ") }
  }

  private var recipients: [CardRow] {
    guard let recipients = log.recipients else { return [] }
    let count = recipients.to.count + recipients.cc.count
    guard count > 0 else { return [] }
    let addresses = (recipients.to + recipients.cc).map(log.string).joined(separator: ", ")
    return [
      .blank,
      CardRow(
        "\(count) recipient\(count == 1 ? "" : "s")", .heading, target: .line(recipients.line)),
      CardRow(addresses, .dim, lead: "   ", target: .line(recipients.line)),
    ]
  }

  private var withoutCulprit: [CardRow] {
    guard let ending = assessment.ending else { return message + trust + suspects + recipients }
    var rows = [CardRow(ending.headline, .heading, target: log.outcome.line.map { .line($0) })]
    for (heading, sentences) in [
      ("What is known", ending.known), ("What remains", ending.remaining),
      ("What to do next", ending.next),
    ] where !sentences.isEmpty {
      rows += [.blank, CardRow(heading, .heading)]
      rows += sentences.map { sentence in
        CardRow(sentence.text, lead: " · ", target: sentence.lines.first.map { .line($0) })
      }
    }
    return rows + candidates + suspects + message + recipients
  }

  /// The message at the end of the log.
  private var message: [CardRow] {
    guard let message = log.string(log.outcome.message) else { return [] }
    let lines = message.split(separator: "\n").prefix(20).map {
      CardRow(String($0), lead: "   ", target: log.outcome.line.map { .line($0) })
    }
    return [.blank, CardRow("What the log says", .heading)] + lines
  }

  /// The commits that are left.
  private var candidates: [CardRow] {
    guard log.outcome.commits.count > 1 else { return [] }
    return [.blank, CardRow("Any of \(log.outcome.commits.count.grouped) commits", .heading)]
      + log.outcome.commits.map { range in
        let commit = log.string(range)
        return CardRow(
          commit, lead: "   ", target: Revision(commit).map { .commit($0) })
      }
  }
}

/// The wording of trust; never "certain".
enum Trust {
  /// A whole percentage that is never 0 or 100.
  static func percent(_ probability: Double) -> Int {
    max(1, min(99, Int((probability * 100).rounded())))
  }

  /// A number with what it means.
  static func sentence(_ probability: Double) -> String {
    let meaning =
      switch probability {
      case ..<0.1: "almost surely wrong"
      case ..<0.35: "probably wrong"
      case ..<0.65: "may be right"
      case ..<0.8: "plausible, not proven"
      default: "likely right, not proven"
      }
    return "Trust \(percent(probability)) %: \(meaning)"
  }
}
