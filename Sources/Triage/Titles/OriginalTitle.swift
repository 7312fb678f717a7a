import BisectionLog

extension BisectionLog {
  /// The title of the crash that the log set out to bisect: the name its bug goes by.
  ///
  /// Where the crashes on the original commit have several titles it is the one that syzkaller
  /// called representative, else the most frequent, of equals the first. The report at the end of a
  /// log often is another bug's; nil if the original commit's test is missing or did not crash.
  public var originalTitle: TextRange? {
    guard let step = steps.first, step.stage == .original else { return nil }
    if let representative = step.representative { return representative.title }
    var titles = DistinctTexts(in: text)
    var runs: [Int] = []
    for run in step.runs where run.outcome == .crashed && !run.title.isEmpty {
      let (number, isNew) = titles.number(of: run.title)
      if isNew { runs.append(0) }
      runs[number] += 1
    }
    var most: Int?
    for number in runs.indices where runs[number] > (most.map { runs[$0] } ?? 0) { most = number }
    return most.map { titles.ranges[$0] }
  }
}
