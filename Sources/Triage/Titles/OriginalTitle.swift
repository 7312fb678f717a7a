import BisectionLog

extension BisectionLog {
  /// The title of the crash that the log set out to bisect: the name its bug goes by.
  ///
  /// Where the crashes on the original commit have several titles it is the one that syzkaller
  /// called representative, else the most frequent, of equals the first. The report at the end of
  /// a log often is another bug's; nil where the original commit's test is missing or did not crash.
  public var originalTitle: TextRange? {
    guard let step = steps.first, step.stage == .original else { return nil }
    if let representative = step.representative { return representative.title }
    var counts: [(title: TextRange, name: String, runs: Int)] = []
    for run in step.runs where run.outcome == .crashed && !run.title.isEmpty {
      let name = string(run.title)
      if let index = counts.firstIndex(where: { $0.name == name }) {
        counts[index].runs += 1
      } else {
        counts.append((run.title, name, 1))
      }
    }
    return counts.reduce(nil as (title: TextRange, runs: Int)?) { most, count in
      count.runs > (most?.runs ?? 0) ? (count.title, count.runs) : most
    }?.title
  }
}
