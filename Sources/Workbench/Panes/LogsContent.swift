import BisectionLog
import Reviews
import Triage

/// The list of logs: one row a log with its mark, trust, culprit or outcome, and crash title.
struct LogsContent: PaneContent {
  let list: LogList
  let marks: @Sendable (LogEntry) -> StyledLine
  let width: Int

  var rowCount: Int { list.rows.count }

  var subtitle: String {
    let isUsual = list.sort == .doubt && !list.isReversed
    let sort = isUsual ? "" : "by \(list.sort.label)\(list.isReversed ? ", reversed" : "")"
    guard let grouping = list.grouping else { return sort }
    return "\(list.groups.count) groups by \(grouping.label)\(sort.isEmpty ? "" : ", \(sort)")"
  }
  var emptyText: String {
    list.entries.isEmpty ? "No log found yet" : "No log fits the filter; F changes it"
  }

  func target(of row: Int) -> RowTarget? {
    if case .group = list.rows[row] { .group } else { .pane(.timeline) }
  }

  func lines(of row: Int) -> [StyledLine] {
    switch list.rows[row] {
    case .group(let index): [heading(list.groups[index])]
    case .log(let id): [line(of: list.entries[id])]
    }
  }

  private func heading(_ group: LogGroup) -> StyledLine {
    let isMarked = group.members.allSatisfy(list.marked.contains)
    var line = StyledLine(list.isFolded(group) ? "+" : "-", .accent)
    line.add(isMarked ? "*" : " ", .accent)
    line.add("\(group.members.count)", .heading, columns: 4, alignment: .right)
    line.add(" × ", .dim)
    line.add(group.heading, .heading)
    return line
  }

  private func line(of entry: LogEntry) -> StyledLine {
    var line = StyledLine(list.grouping == nil ? "" : "  ")
    line.add(list.marked.contains(entry.id) ? "*" : " ", .accent)
    line.add(marks(entry))
    line.add(" ")
    switch entry.state {
    case .pending:
      line.add("", columns: 5)
      line.add(" reading…       ", .dim)
      line.add(entry.path.lastPathComponent, .dim)
    case .failed(let reason):
      line.add("", columns: 5)
      line.add(" unreadable     ", .error)
      line.add("\(entry.path.lastPathComponent): \(reason)", .error)
    case .read(_, let summary):
      add(summary, of: entry, to: &line)
    }
    return line
  }

  private func add(_ summary: LogSummary, of entry: LogEntry, to line: inout StyledLine) {
    if entry.isGone {
      line.add("gone", .warning, columns: 5, alignment: .right)
    } else if let probability = summary.probability {
      let role: Role = probability < 0.35 ? .against : probability >= 0.65 ? .supports : .warning
      line.add("\(Trust.percent(probability)) %", role, columns: 5, alignment: .right)
    } else {
      line.add("", columns: 5)
    }
    line.add(" ")
    if let culprit = summary.culprit {
      line.add(String(culprit.prefix(12)), entry.isGone ? .dim : .text, columns: 15)
    } else {
      line.add(summary.outcomeText, entry.isGone ? .dim : .notice, columns: 15)
    }
    line.add(
      summary.title ?? entry.path.lastPathComponent, entry.isGone ? .dim : .text)
  }
}

extension LogSummary {
  /// The outcome in at most 14 columns.
  var outcomeText: String {
    switch format {
    case .crashReport: return "crash report"
    case .patchTest: return "patch test"
    case .unknown: return "no log"
    default: break
    }
    return switch outcome {
    case .culprit: direction == .fix ? "fix found" : "culprit"
    case .inconclusive: "any of \(commits.count)"
    case .oldestRelease: "older still"
    case .stillCrashes: "still crashes"
    case .notReproduced: "not reproduced"
    case .timeout: "timeout"
    case .error: "error"
    case .incomplete: "incomplete"
    }
  }
}

extension String {
  /// The part after the last slash.
  var lastPathComponent: String {
    lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self
  }
}
