import BisectionLog
import Cases
import Kernel
import Screen

/// A source, a commit or a list of commits, in place of the raw text.
struct ReaderContent: PaneContent {
  let reader: Reader
  let width: Int

  var rowCount: Int {
    if case .candidates(let ranked) = reader.subject { return ranked.best.count }
    return reader.text.lineCount
  }

  func target(of row: Int) -> RowTarget? {
    switch reader.subject {
    case .source, .part: .readSource
    case .commit: nil
    case .commits, .candidates: reader.commit(at: row).map { .commit($0) }
    }
  }

  func commit(of row: Int) -> Revision? { reader.commit(at: row) }

  var title: String? {
    switch reader.subject {
    case .source: "Source"
    case .commit: "Commit"
    case .commits: "Commits"
    case .candidates: "Candidates"
    case .part: "Part"
    }
  }

  var subtitle: String {
    switch reader.subject {
    case .source(let file, _): "\(file.path.text) at \(file.commit.short)"
    case .commit(let commit): commit.short
    case .commits(let range):
      range.total == range.commits.count
        ? "\(range.total) left" : "the newest \(range.commits.count) of \(range.total) left"
    case .candidates(let ranked):
      "\(ranked.best.count.grouped) best of \(ranked.total.grouped) in "
        + "\(ranked.request.from.short)..\(ranked.request.to.short)"
    case .part(let part): "\(part.name), \(part.path?.lastPathComponent ?? "")"
    }
  }

  var emptyText: String {
    switch reader.subject {
    case .source: "The file is empty"
    case .commit: "git shows nothing"
    case .commits: "No commit is left"
    case .candidates: "The range has no commits but merges"
    case .part: "The file is empty"
    }
  }

  func height(of row: Int) -> Int {
    if case .candidates = reader.subject { 2 } else { 1 }
  }

  /// The numbers of a source's lines.
  var gutter: Int {
    if case .source = reader.subject { max(3, String(rowCount).count) + 1 } else { 0 }
  }

  func lines(of row: Int) -> [StyledLine] {
    switch reader.subject {
    case .source(_, let marked): [source(row, isMarked: row + 1 == marked)]
    case .commit: [StyledLine(shown(row), Self.changeRole(of: reader.line(row)))]
    case .commits: [commit(row)]
    case .candidates(let ranked): CandidateRow(ranked, row).map { $0.lines(width: width) } ?? []
    case .part(let part): [PartHighlight.line(shown(row), of: part.kind)]
    }
  }

  var searchedText: SourceText? { reader.text }

  private func source(_ row: Int, isMarked: Bool) -> StyledLine {
    var line = StyledLine()
    line.add(
      "\(row + 1)", isMarked ? .guilty : .dim, columns: gutter - 1, alignment: .right)
    line.add(isMarked ? ">" : " ", .guilty)
    line.add(shown(row), isMarked ? .guilty : .text)
    return line
  }

  private func commit(_ row: Int) -> StyledLine {
    guard case .commits(let range) = reader.subject, range.commits.indices.contains(row) else {
      return StyledLine()
    }
    let commit = range.commits[row]
    var line = StyledLine(commit.commit.short, .accent)
    line.add(" \(commit.date) ", .dim)
    line.add(commit.title)
    line.add("  \(commit.author)", .dim)
    return line
  }

  /// A row with its tabs as wide as kernel people have them.
  private func shown(_ row: Int) -> String { reader.line(row).withTabsExpanded }

  /// How a line of a commit looks.
  static func changeRole(of line: String) -> Role {
    if line.hasPrefix("commit ") || line.hasPrefix("diff ") { return .heading }
    if line.hasPrefix("+++") || line.hasPrefix("---") { return .dim }
    if line.hasPrefix("@@") { return .accent }
    if line.hasPrefix("+") { return .added }
    return line.hasPrefix("-") ? .removed : .text
  }
}
