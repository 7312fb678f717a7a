import BisectionLog

extension BisectionLog {
  /// The commit of a step, where it is one that git can be asked about.
  package func revision(ofStep step: Int) -> Revision? {
    steps.indices.contains(step) ? Revision(string(steps[step].commit)) : nil
  }

  /// The culprit, where it is one that git can be asked about.
  package var culpritRevision: Revision? { culprit.flatMap { Revision(string($0.commit)) } }

  /// The commit that the crash report at the end comes from.
  ///
  /// syzkaller prints the report of the culprit; without one that of HEAD or of the oldest release
  /// (bisection log format, section 8). If neither is known, it is the last test that crashed.
  package var reportRevision: Revision? {
    if outcome.kind == .culprit, direction != .fix, let culprit = culpritRevision { return culprit }
    let stage: Stage? =
      switch outcome.kind {
      case .stillCrashes: .head
      case .oldestRelease: .release
      default: nil
      }
    let step =
      steps.last { $0.stage == stage && $0.result == .crashed }
      ?? steps.last { $0.result == .crashed } ?? steps.first
    return (step?.commit ?? startCommit).flatMap { Revision(string($0)) }
  }

  /// What git knew after a step: every good commit, and the latest bad one.
  package func bounds(afterStep step: Int) -> (good: [Revision], bad: Revision)? {
    let end = step + 1 < steps.count ? steps[step + 1].line : Int.max
    var good = range.flatMap { Revision(string($0.good)) }.map { [$0] } ?? []
    var bad = range.flatMap { Revision(string($0.bad)) }
    for command in gitCommands where command.line < end {
      switch command.command {
      case .start, .skip: break
      case .good(let commit): good += Revision(string(commit)).map { [$0] } ?? []
      case .bad(let commit): bad = Revision(string(commit)) ?? bad
      }
    }
    var seen: Set<Revision> = []
    good = good.filter { seen.insert($0).inserted }
    guard let bad, !good.isEmpty else { return nil }
    return (good, bad)
  }
}

extension BisectionLog {
  /// What is asked of the commits after the culprit; nil if the log names no single one.
  package var culpritQuestion: CulpritQuestion? {
    guard let culprit = culpritRevision, culprit.isHash else { return nil }
    let crash =
      string(crash?.title)
      ?? steps.first?.runs.first { $0.outcome == .crashed }.map { string($0.title) }
    return CulpritQuestion(culprit: culprit, title: string(self.culprit?.title), crash: crash)
  }
}
