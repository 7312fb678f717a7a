import BisectionLog
import TestSupport
import Triage

/// The labelled logs of the collection, read once.
enum LabelledCorpus {
  /// The logs that name one culprit.
  static let logs: [LabelledLog] = sample.logs
  /// How the suspect steps fared.
  static let suspects: SuspectTally = sample.suspects

  private static let sample: (logs: [LabelledLog], suspects: SuspectTally) = {
    var logs: [LabelledLog] = []
    var suspects = SuspectTally()
    guard let bytes = try? Corpus.bytes("syzbot/labels.tsv"),
      let table = LabelTable(parsing: String(decoding: bytes, as: UTF8.self))
    else { return (logs, suspects) }
    // In the order of their names, as the command finds them.
    for (name, label) in table.labels.sorted(by: { $0.key < $1.key }) {
      guard label.isCorrect != nil || label.reason == "B3",
        let bytes = try? Corpus.bytes("syzbot/logs/\(name).txt")
      else { continue }
      let log = BisectionLog(parsing: bytes)
      if label.reason == "B3" {
        suspects.add(Assessment(of: log).suspects, of: log, label: label)
      }
      if let isCorrect = label.isCorrect,
        let labelled = LabelledLog(log, name: name, isCorrect: isCorrect)
      {
        logs.append(labelled)
      }
    }
    return (logs, suspects)
  }()
}
