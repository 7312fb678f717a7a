import BisectionLog
import Cases
import Kernel
import Triage

/// A text that is in place of the raw text: a source, a commit, a list of commits.
package struct Reader: Sendable {
  /// What it is.
  package let subject: Subject
  /// Its lines.
  let text: SourceText

  /// What a reader shows.
  package enum Subject: Sendable {
    /// A source at a commit, with a line (from 1) that is meant.
    case source(SourceFile, marked: Int?)
    /// A commit with its changes.
    case commit(Revision)
    /// Commits, newest first, one a line.
    case commits(CommitRange)
    /// Commits of a range, ranked by the evidence of the crash, one a row.
    case candidates(RankedCandidates)
    /// A part of a case.
    case part(BugCase.Part)
  }

  /// The list that it was opened from, which comes back when it is closed.
  private(set) var lists: [Reader] = []
  /// The list that it was opened from; nil for none.
  var list: Reader? { lists.last }

  /// The same, opened from a list.
  func opened(from list: Reader) -> Reader {
    var reader = self
    reader.lists = [list]
    return reader
  }

  /// A reader of a part of a case.
  init(_ part: PartText) {
    subject = .part(part.part)
    text = SourceText(part.bytes)
  }

  /// A reader of a source.
  init(_ file: SourceFile, marked: Int?) {
    subject = .source(file, marked: marked)
    text = file.text
  }

  /// A reader of a commit as git prints it.
  init(_ commit: Revision, text: [UInt8]) {
    subject = .commit(commit)
    self.text = SourceText(text)
  }

  /// A reader of a list of commits.
  init(_ range: CommitRange) {
    subject = .commits(range)
    text = SourceText(Array(range.commits.map(\.line).joined(separator: "\n").utf8))
  }

  /// A reader of the candidates of a range.
  init(_ ranked: RankedCandidates) {
    subject = .candidates(ranked)
    let lines = ranked.best.map { "\($0.commit.title) \($0.reasons.joined(separator: "; "))" }
    text = SourceText(Array(lines.map(\.onOneLine).joined(separator: "\n").utf8))
  }

  /// Whether it lists commits that Enter shows.
  var isList: Bool {
    switch subject {
    case .commits, .candidates: true
    case .source, .commit, .part: false
    }
  }

  /// The text of a row, from 0.
  func line(_ row: Int) -> String { text.string(text.range(ofLine: row + 1)) }

  /// The commit that a row, from 0, represents.
  func commit(at row: Int) -> Revision? {
    switch subject {
    case .source(let file, _): file.commit
    case .commit(let commit): commit
    case .commits(let range):
      range.commits.indices.contains(row) ? range.commits[row].commit : nil
    case .candidates(let ranked):
      ranked.best.indices.contains(row) ? Revision(ranked.best[row].commit.hash) : nil
    case .part: nil
    }
  }
}

extension String {
  /// With blanks in place of line ends.
  var onOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}

extension CommitLine {
  /// Hash, day, subject and author on one line.
  fileprivate var line: String {
    "\(commit.short) \(date) \(title.onOneLine) (\(author.onOneLine))"
  }
}
