import BisectionLog
import Screen
import Triage

/// A candidate in the list: what commit it is, and below that what speaks for it.
struct CandidateRow {
  private let candidate: CandidateCommit
  private let rank: Int

  /// The candidate of a row, from 0; nil if there is none.
  init?(_ ranked: RankedCandidates, _ row: Int) {
    guard ranked.best.indices.contains(row) else { return nil }
    candidate = ranked.best[row]
    rank = row + 1
  }

  /// Its two lines.
  func lines(width: Int) -> [StyledLine] {
    var head = StyledLine()
    head.add("\(rank)", .dim, columns: 3, alignment: .right)
    head.add(" ")
    head.add(String(candidate.commit.hash.prefix(12)), .accent)
    head.add(" \(candidate.commit.date.prefix(10)) ", .dim)
    head.add(candidate.commit.title.onOneLine)
    var below = StyledLine()
    below.add("\(Trust.percent(candidate.share)) %", .dim, columns: 8, alignment: .right)
    below.add(" ")
    below.add(candidate.reasons.joined(separator: "; ").onOneLine, .dim)
    return [head, below]
  }
}

extension Reader {
  /// The row, from 0, of the change that a crash points at: the hunk of the guilty function in the guilty file, else
  /// the file's first, else the first change of all.
  func hunk(touching guilt: Guilt) -> Int? {
    let rows = (0..<text.lineCount).map(line)
    guard let first = rows.firstIndex(where: { $0.hasPrefix("diff --git ") }) else { return nil }
    let file = guilt.file.flatMap { file in
      rows.firstIndex { $0.hasPrefix("diff --git ") && $0.hasSuffix(" b/" + file) }
    }
    let start = file ?? first
    let end =
      rows[(start + 1)...].firstIndex { $0.hasPrefix("diff --git ") } ?? rows.count
    let own = guilt.function.flatMap { function in
      let search = function + "("
      return rows[start..<end].firstIndex { $0.utf8.firstRange(of: search.utf8) != nil }
    }
    // A function's name may be in the hunk's head or in one of its lines; its head is shown.
    let hunk = own.flatMap { place in rows[start...place].lastIndex { $0.hasPrefix("@@") } }
    return hunk ?? rows[start..<end].firstIndex { $0.hasPrefix("@@") } ?? start
  }
}
