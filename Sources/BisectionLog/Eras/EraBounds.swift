/// Between which days a log was written, by what it prints and what it leaves out.
///
/// The days are those on which a change of syzkaller's `pkg/bisect` landed; a machine may lag some
/// days behind, which matters only to logs of those days. Single values of steps are read in place,
/// as using a step by itself would copy it.
struct EraBounds {
  /// The day before which it cannot have been written.
  private(set) var earliest = CalendarDate(2018, 5, 17)
  /// The day from which on it would look otherwise.
  private(set) var latest = CalendarDate(9999, 12, 31)

  /// Whether an empty line follows git's output (since 10 December 2020).
  private var endsGitOutputWithEmptyLine = false

  /// Gathers the bounds of a log.
  init(of log: borrowing BisectionLog, _ lines: Lines, isExcerpt: Bool) {
    boundByStart(log, lines)
    for notice in log.notices { bound(by: notice, lines) }
    for index in log.steps.indices { bound(by: log.steps, at: index, lines) }
    boundByEnd(log, lines)
    if !isExcerpt { boundByOmissions(log, lines) }
  }

  private mutating func notBefore(_ year: Int, _ month: Int, _ day: Int) {
    earliest = max(earliest, CalendarDate(year, month, day))
  }

  private mutating func notAfter(_ year: Int, _ month: Int, _ day: Int) {
    latest = min(latest, CalendarDate(year, month, day))
  }

  private mutating func boundByStart(_ log: borrowing BisectionLog, _ lines: Lines) {
    // The wording changed on 17 March 2019 and the rule five days later: not worth two eras.
    if log.isSearching(lines) { notAfter(2019, 3, 16) } else { notBefore(2019, 3, 22) }
    if log.host != nil { notBefore(2022, 7, 19) }
    guard let isEmpty = Self.isLineAfterCandidateEmpty(log, lines) else { return }
    endsGitOutputWithEmptyLine = isEmpty
    if isEmpty { notBefore(2020, 12, 10) } else { notAfter(2020, 12, 9) }
  }

  private static func isLineAfterCandidateEmpty(
    _ log: borrowing BisectionLog, _ lines: Lines
  ) -> Bool? {
    guard var index = log.gitCommands.first?.line else { return nil }
    let end = min(index &+ 8, lines.count &- 1)
    while index < end {
      if GitLine.isCandidate(lines[index]) {
        var next = index &+ 1
        // A line that was left out has no line end either.
        while next < lines.count, lines[next].isEmpty,
          log.text.rangeWithEnd(ofLine: next &+ 1).isEmpty
        {
          next &+= 1
        }
        return next < lines.count ? lines[next].isEmpty : nil
      }
      index &+= 1
    }
    return nil
  }

  private mutating func bound(by notice: Notice, _ lines: Lines) {
    switch notice.kind {
    case .ensureReproducible, .rewrittenCommit: notBefore(2022, 10, 6)
    case .fetchTags, .fetchFailed: notBefore(2023, 8, 22)
    case .pickedReleases: notBefore(2023, 8, 25)
    case .guiltyCommitCheck, .pretendCrashed: notBefore(2023, 8, 11)
    case .mergeBase: notBefore(2023, 6, 29)
    case .parentUntested: notBefore(2019, 12, 10)
    case .endMessage: notBefore(2023, 5, 5)
    default: break
    }
  }

  private mutating func bound(by steps: [Step], at index: Int, _ lines: Lines) {
    boundByCompiler(lines[steps[index].line &- 1])
    if steps[index].signature != nil { notBefore(2019, 11, 18) }
    if steps[index].runs.count > 10 { notBefore(2021, 2, 20) }
    if steps[index].representative != nil { notBefore(2023, 7, 5) }
    if steps[index].falseNegative != nil { notBefore(2023, 7, 14) }
    for run in steps[index].runs.indices {
      let outcome = steps[index].runs[run].outcome
      if outcome == .infra { notBefore(2023, 5, 9) }
      if outcome == .ignored { notBefore(2023, 7, 6) }
    }
    for notice in steps[index].notices { bound(byStepNotice: notice, lines) }
  }

  /// `with COMPILER` until July 2021; then nothing, then a type, which may be empty.
  private mutating func boundByCompiler(_ line: ByteView) {
    guard let rest = line.after("testing commit "), let hash = rest.leadingHash() else { return }
    let tail = rest.dropping(hash.count)
    if tail.starts(with: " with") {
      notAfter(2021, 7, 20)
      // syzbot moved to another compiler in the days of the change to 20 runs.
      let isOld = tail.starts(with: " with gcc (GCC) 8.1.0")
      if !isOld, endsGitOutputWithEmptyLine || tail.contains("20210217") { notBefore(2021, 2, 20) }
    } else {
      notBefore(2021, 7, 20)
      if !tail.isEmpty { notBefore(2022, 9, 1) }
    }
  }

  private mutating func bound(byStepNotice notice: Notice, _ lines: Lines) {
    switch notice.kind {
    case .flakyNotice:
      notBefore(2020, 11, 17)
      notAfter(2023, 7, 13)
    case .misleadingSkip:
      notBefore(2023, 6, 15)
      notAfter(2023, 6, 28)
    case .verdictUndetermined: notBefore(2023, 6, 29)
    case .testFailed:
      let words = lines.view(notice.text)
      if words.starts(with: "failed: ") { notAfter(2023, 5, 4) }
      if words.starts(with: "failed testing") { notAfter(2023, 5, 8) }
      if words.starts(with: "repro testing") { notBefore(2023, 5, 9) }
    default: break
    }
  }

  private mutating func boundByEnd(_ log: borrowing BisectionLog, _ lines: Lines) {
    if log.statistics.errorProbability != nil || log.statistics.reproChance != nil {
      notBefore(2023, 7, 14)
    }
    if let recipients = log.recipients {
      if lines[recipients.line &- 1].starts(with: "cc: ") {
        notAfter(2020, 7, 31)
      } else {
        notBefore(2020, 7, 31)
      }
    }
    guard let line = log.outcome.line, log.outcome.kind == .stillCrashes else { return }
    let words = lines[line &- 1]
    if words.starts(with: "the crash ") { notAfter(2023, 5, 4) }
    if words.starts(with: "crash still not fixed on") { notAfter(2023, 8, 23) }
    if words.starts(with: "crash still not fixed or") { notBefore(2023, 8, 24) }
  }

  /// What a log of some day would have printed.
  private mutating func boundByOmissions(_ log: borrowing BisectionLog, _ lines: Lines) {
    let steps = log.steps
    let testsReleases = steps.indices.contains { steps[$0].stage == .release }
    if testsReleases, !log.notices.contains(where: { $0.kind == .pickedReleases }),
      log.startCommit != nil
    {
      notAfter(2023, 8, 24)
    }
    if log.direction == .fix, steps.indices.contains(where: { steps[$0].verdict != nil }),
      !log.notices.contains(where: { $0.kind == .guiltyCommitCheck })
    {
      notAfter(2023, 8, 10)
    }
    for index in steps.indices { boundByOmissions(of: steps, at: index) }
    // Heads are cut off only since then.
    if log.startCommit == nil, steps.indices.contains(where: { steps[$0].representative != nil }) {
      notBefore(2024, 9, 11)
    }
  }

  private mutating func boundByOmissions(of steps: [Step], at index: Int) {
    if steps[index].representative == nil,
      steps[index].runs.contains(where: { $0.outcome == .crashed })
    {
      notAfter(2023, 7, 4)
    }
    if steps[index].falseNegative == nil, steps[index].allRuns,
      steps[index].runs.first?.outcome == .ok
    {
      notAfter(2023, 7, 13)
    }
  }
}
