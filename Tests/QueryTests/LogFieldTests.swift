import BisectionLog
import Query
import Reviews
import Testing
import Triage

@Suite struct LogFieldTests {
  private func records() -> RecordTable {
    var log = BisectionLog(parsing: Array("not a log\n".utf8))
    log.outcome = Outcome(kind: .timeout)
    var summary = LogSummary(log, assessment: Assessment(), guilt: Guilt())
    summary.crashTitle = "KASAN: use-after-free Read in foo"
    summary.guiltyFile = "fs/foo.c"
    summary.probability = 0.25
    let review = Review(
      verdict: .wrong, reason: .foreignCrash, note: "seen before", reviewer: "ann",
      at: "2026-01-31T09:30:00Z")
    var records = RecordTable(fields: LogField.table)
    records.append(LogField.values(path: "a.txt", summary, reviews: [], isContested: false))
    records.append(LogField.values(path: "b.txt", summary, reviews: [review], isContested: false))
    records.append(LogField.values(path: "c.txt", isUnreadable: true))
    return records
  }

  @Test(arguments: [
    ("outcome:timeout", [0, 1]), ("outcome:time verdict:none", [0]), ("p<0.3", [0, 1]),
    ("verdict:wrong", [1]), ("reason:foreign reviewer:ann", [1]), ("note:before", [1]),
    ("title:kasan file:fs/", [0, 1]), ("decided>=2026-01-31", [1]), ("outcome:unreadable", [2]),
    ("p:none", [2]), ("path:c.txt", [2]), ("USE", []), ("use-after", [0, 1]),
  ])
  func fieldsSelectLogs(text: String, rows: [Int]) {
    let reading = Query.read(text, fields: LogField.table)
    #expect(reading.problems.isEmpty)
    #expect(reading.query.rows(in: records()) == rows)
  }
}
