import BisectionLog
import Triage

/// The runs of a step as a row of signs: crashes of this bug first, then others', passes and failures.
struct RunStrip {
  private var counts: [(glyph: String, role: Role, count: Int)]
  /// The letters of the title families seen, in order.
  let letters: String
  /// Whether a crash of another bug is among them.
  let hasForeign: Bool

  init(step: Step, opened: OpenedLog, glyphs: Glyphs) {
    var own = 0
    var foreign = 0
    var ignored = 0
    var seen: [Character] = []
    let weight = step.allRuns ? max(1, step.runCount ?? 1) : 1
    for run in step.runs where run.outcome == .crashed || run.outcome == .ignored {
      if run.outcome == .ignored {
        ignored += weight
        continue
      }
      let member = opened.families[opened.log.string(run.title)]
      if member?.family == .foreign { foreign += weight } else { own += weight }
      if let letter = member?.letter, !seen.contains(letter) { seen.append(letter) }
    }
    letters = String(seen)
    hasForeign = foreign > 0
    counts = [
      (glyphs.crashed, .crashed, own), (glyphs.foreign, .foreign, foreign),
      (glyphs.passed, .passed, step.passed), (glyphs.ignored, .broken, ignored),
      (glyphs.broken, .broken, max(0, step.other - ignored)),
    ]
  }

  /// The strip in at most `columns` columns; where there are more runs, each kind keeps its share.
  func line(columns: Int) -> StyledLine {
    var line = StyledLine()
    let total = counts.reduce(0) { $0 + $1.count }
    for (glyph, role, count) in counts where count > 0 {
      let share = total <= columns ? count : max(1, count * columns / total)
      line.add(String(repeating: glyph, count: min(share, columns - line.width)), role)
    }
    return line
  }
}
