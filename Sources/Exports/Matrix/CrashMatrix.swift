import BisectionLog

extension AnalysedLog {
  /// How often each title showed in each revision, in tables of a few revisions side by side.
  ///
  /// The form is that of the 0day robot's mails: a row for boots that worked, one for boots that
  /// failed, one for each title; an empty cell is a zero.
  var matrix: String {
    let tested = log.steps.filter { !$0.runs.isEmpty }
    guard !tested.isEmpty else {
      return "Runs of: \(visible(subject))\n\nThe log contains no runs.\n"
    }
    let titles = matrixTitles(of: tested)
    let groups = stride(from: 0, to: tested.count, by: 5).map { Array(tested[$0...].prefix(5)) }
    let tables = groups.map { MatrixTable(columns: $0.map { column($0, titles: titles) }).text }
    return "Runs of: \(visible(subject))\n\n" + tables.joined(separator: "\n")
  }

  private func matrixTitles(of steps: [Step]) -> [String] {
    var known: Set<String> = []
    return steps.flatMap(self.titles(of:)).filter { known.insert($0).inserted }
  }

  private func column(_ step: Step, titles: [String]) -> MatrixTable.Column {
    var counts: [String: Int] = [:]
    var failures = 0
    for run in step.runs {
      let count = step.allRuns ? step.runCount ?? 1 : 1
      switch run.outcome {
      case .bootFailed, .basicTestFailed, .infra, .failed: failures += count
      case .crashed: counts[log.string(run.title), default: 0] += count
      case .ok, .ignored: break
      }
    }
    let runs = step.allRuns ? step.runCount ?? 1 : step.runs.count
    let head = [
      ("boot_successes", runs - failures), ("boot_failures", failures), ("passed", step.passed),
    ]
    let release = log.string(step.release).map(visible)
    return MatrixTable.Column(
      heading: release ?? short(step.commit),
      cells: head.map { ($0.0, $0.1) } + titles.map { (visible($0), counts[$0] ?? 0) })
  }
}

/// Counts with a column a revision, drawn with ASCII lines.
struct MatrixTable {
  /// A revision with its counts.
  struct Column {
    var heading: String
    var cells: [(row: String, count: Int)]
  }

  private let columns: [Column]
  private let cellColumns = 12
  /// As wide as the longest title, but no wider than leaves the table readable in a mail.
  private let nameColumns: Int

  init(columns: [Column]) {
    self.columns = columns
    nameColumns = min(columns.first?.cells.map(\.row.count).max() ?? 0, 50)
  }

  /// The table with a line end after each line.
  var text: String {
    let names = columns.first?.cells.map(\.row) ?? []
    let rows = names.enumerated().map { index, name in
      row(name, columns.map { $0.cells[index].count == 0 ? "" : String($0.cells[index].count) })
    }
    let heading = row("", columns.map(\.heading))
    return ([rule, heading, rule] + rows + [rule]).joined(separator: "\n") + "\n"
  }

  private var rule: String {
    let cells = columns.map { _ in String(repeating: "-", count: cellColumns + 2) }
    return "+" + ([String(repeating: "-", count: nameColumns + 2)] + cells).joined(separator: "+")
      + "+"
  }

  private func row(_ name: String, _ cells: [String]) -> String {
    let texts = [name.filled(to: nameColumns)] + cells.map { $0.filled(to: cellColumns) }
    return "| " + texts.joined(separator: " | ") + " |"
  }
}
