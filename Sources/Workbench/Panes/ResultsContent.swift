import BisectionLog
import Kernel
import Triage

/// The selected step: what happened how often, and every run.
struct ResultsContent: PaneContent {
  let opened: OpenedLog
  let step: Int?
  let rows: [ResultRow]
  let glyphs: Glyphs
  let width: Int

  init(opened: OpenedLog, step: Int?, glyphs: Glyphs, width: Int) {
    self.opened = opened
    self.step = step
    self.glyphs = glyphs
    self.width = width
    rows = step.map { ResultRow.rows(of: $0, in: opened.log) } ?? []
  }

  var rowCount: Int { rows.count }
  var emptyText: String {
    if opened.log.format == .crashReport { return "A crash report by itself has no runs" }
    return step == nil ? "This row has no test of its own" : "No runs are recorded"
  }

  var subtitle: String {
    guard let step, opened.log.steps.indices.contains(step) else { return "" }
    let value = opened.log.steps[step]
    let runs = value.runCount ?? (value.allRuns ? nil : value.runs.count)
    let count = runs.map { $0 == 0 ? "" : ", \($0) \($0 == 1 ? "run" : "runs")" } ?? ""
    let name = opened.log.string(value.release).map { " \($0)" } ?? ""
    return "\(opened.log.string(value.commit).prefix(12))\(name)\(count)"
  }

  func isSelectable(_ row: Int) -> Bool {
    if case .heading = rows[row] { false } else { true }
  }

  func target(of row: Int) -> RowTarget? { logLine(of: row).map { .line($0) } }

  func logLine(of row: Int) -> Int? { rows[row].line }

  func commit(of row: Int) -> Revision? { step.flatMap(opened.log.revision(ofStep:)) }

  func lines(of row: Int) -> [StyledLine] {
    switch rows[row] {
    case .heading(let text): return [StyledLine(text, .heading)]
    case .fact(let text, let role, _): return [StyledLine(text, role)]
    case .group(let count, let outcome, let title, _):
      var line = StyledLine()
      line.add("\(count)", .heading, columns: 3, alignment: .right)
      line.add(" × ", .dim)
      add(outcome, title, to: &line)
      return [line]
    case .run(let index, let outcome, let title, _):
      var line = StyledLine()
      line.add(index.map { "#\($0)" } ?? "all", .dim, columns: 5, alignment: .right)
      line.add(" ")
      add(outcome, title, to: &line)
      return [line]
    }
  }

  private func add(_ outcome: RunOutcome, _ title: String, to line: inout StyledLine) {
    let member = opened.families[title]
    let look = look(of: outcome, foreign: member?.family == .foreign)
    line.add(look.glyph + " ", look.role)
    line.add(look.word, look.role, columns: 11)
    line.add(" ")
    if outcome == .crashed {
      line.add(member.map { "\($0.letter) " } ?? "", look.role)
    }
    line.add(title)
  }

  private func look(
    of outcome: RunOutcome, foreign: Bool
  ) -> (glyph: String, word: String, role: Role) {
    switch outcome {
    case .ok: (glyphs.passed, "passed", .passed)
    case .crashed where foreign: (glyphs.foreign, "crashed", .foreign)
    case .crashed: (glyphs.crashed, "crashed", .crashed)
    case .ignored: (glyphs.ignored, "ignored", .broken)
    case .bootFailed: (glyphs.broken, "boot failed", .broken)
    case .basicTestFailed: (glyphs.broken, "basic test", .broken)
    case .infra: (glyphs.broken, "infra", .broken)
    case .failed: (glyphs.broken, "failed", .broken)
    }
  }
}
