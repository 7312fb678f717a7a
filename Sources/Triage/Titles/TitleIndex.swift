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

  /// More distinct titles than this in one step say nothing new.
  private static let titlesOfStep = 256

  /// The distinct titles in the order of first appearance.
  private(set) var titles: [CrashTitle] = []
  /// The line where each title stands first, from 1.
  private(set) var lines: [Int] = []
  /// The titles of each step, by the index of the step.
  private(set) var steps: [[Count]] = []
  /// The title after `crash:`.
  private(set) var report: Int?
  private var places: [String: Int] = [:]

  /// Collects the titles of a log.
  init(of log: BisectionLog) {
    for step in log.steps {
      var counts: [Count] = []
      for run in step.runs where run.outcome == .crashed {
        count(log.string(run.title), line: run.line, in: &counts)
      }
      steps.append(counts)
    }
    if let crash = log.crash, let title = crash.title, !title.isEmpty {
      report = place(of: log.string(title), line: crash.line)
    }
  }

  private mutating func count(_ text: String, line: Int, in counts: inout [Count]) {
    let title = place(of: text, line: line)
    if let index = counts.firstIndex(where: { $0.title == title }) {
      counts[index].runs += 1
    } else if counts.count < Self.titlesOfStep {
      counts.append(Count(title: title, runs: 1, line: line))
    }
  }

  private mutating func place(of text: String, line: Int) -> Int {
    if let place = places[text] { return place }
    places[text] = titles.count
    titles.append(CrashTitle(text))
    lines.append(line)
    return titles.count - 1
  }
}
