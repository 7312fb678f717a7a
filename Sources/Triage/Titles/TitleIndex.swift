import BisectionLog

/// The crash titles of a log's steps, each distinct title once.
struct TitleIndex {
  /// A title with the number of its crashes in one step.
  struct Count {
    /// Its place in ``titles``.
    var title: Int
    /// How many run lines show it.
    var runs: Int
    /// The line of the first, from 1.
    var line: Int
  }

  /// More distinct titles than this in one step add nothing.
  private static let titlesOfStep = 256

  /// The distinct titles in the order of first appearance.
  private(set) var titles: [CrashTitle] = []
  /// The line where each title is first, from 1.
  private(set) var lines: [Int] = []
  /// How many runs crashed with each title.
  private(set) var runs: [Int] = []
  /// The titles of each step, by the index of the step.
  private(set) var steps: [[Count]] = []
  /// The title after `crash:`.
  private(set) var report: Int?

  /// Collects the titles of a log.
  init(of log: BisectionLog) {
    var printed = DistinctTexts(in: log.text)
    for step in log.steps {
      var counts: [Count] = []
      for run in step.runs where run.outcome == .crashed {
        let title = place(of: run.title, line: run.line, among: &printed, in: log)
        count(title, line: run.line, in: &counts)
        runs[title] += step.allRuns ? max(1, step.runCount ?? 1) : 1
      }
      steps.append(counts)
    }
    if let crash = log.crash, let title = crash.title, !title.isEmpty {
      report = place(of: title, line: crash.line, among: &printed, in: log)
    }
  }

  private mutating func count(_ title: Int, line: Int, in counts: inout [Count]) {
    if let index = counts.firstIndex(where: { $0.title == title }) {
      counts[index].runs += 1
    } else if counts.count < Self.titlesOfStep {
      counts.append(Count(title: title, runs: 1, line: line))
    }
  }

  private mutating func place(
    of range: TextRange, line: Int, among printed: inout DistinctTexts, in log: BisectionLog
  ) -> Int {
    let (place, isNew) = printed.number(of: range)
    if isNew {
      titles.append(CrashTitle(log.string(range)))
      lines.append(line)
      runs.append(0)
    }
    return place
  }
}
