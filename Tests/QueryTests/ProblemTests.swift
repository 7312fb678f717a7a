import Query
import Testing

@Suite("What is wrong with a query")
struct ProblemTests {
  /// A text, the part of it that is wrong, and the sentence.
  static let mistakes: [(String, String, String)] = [
    ("kasan titel:x", "titel", "no field named `titel`; did you mean `title`?"),
    ("vredict:none", "vredict", "no field named `vredict`; did you mean `verdict`?"),
    ("stesp>3", "stesp", "no field named `stesp`; did you mean `steps`?"),
    ("zzz:x", "zzz", "no field named `zzz`; put the text in quotes to search for it"),
    ("ä outcome:tmieout", "tmieout", "`outcome` has no value `tmieout`; did you mean `timeout`?"),
    (
      "verdict:xyz", "xyz",
      "`verdict` has no value `xyz`; it has none, correct, plausible, wrong, wrongTitle"
    ),
    (
      "outcome<timeout", "outcome<timeout",
      "`outcome` has words without an order; write outcome:WORD"
    ),
    ("title>kasan", "title>kasan", "`title` is text; write title:WORD or title:=\"WHOLE TEXT\""),
    (
      "steps>many", "many", "`steps` takes a number such as 0.3, 30% or 0.2..0.4, or none"
    ),
    ("steps:0x10", "0x10", "`steps` takes a number such as 0.3, 30% or 0.2..0.4, or none"),
    ("p:inf", "inf", "`p` takes a number such as 0.3, 30% or 0.2..0.4, or none"),
    ("at>soon", "soon", "`at` takes a date such as 2026-01-31 or 2026-01, or none"),
    ("sort:stepz", "stepz", "no field named `stepz`; did you mean `steps`?"),
    ("-sort:p", "sort", "an order cannot be negated; write sort:-FIELD"),
  ]

  @Test("says where and what, and leaves the part out", arguments: mistakes)
  func mistake(text: String, part: String, message: String) throws {
    let reading = Query.read(text, fields: Sample.fields)
    let problem = try #require(reading.mistakes.first)
    #expect(reading.problems.count == 1)
    #expect(problem.message == message)
    #expect(String(decoding: Array(text.utf8)[problem.range], as: UTF8.self) == part)
  }

  @Test("the rest of a wrong query is still used")
  func restIsUsed() {
    #expect(Sample.rows("titel:x kasan") == [2, 3])
    #expect(Sample.rows("-titel:x") == [0, 1, 2, 3, 4])
    #expect(Sample.rows("titel:x | hung") == [1])
    #expect(Sample.rows("outcome:culprit,nonsense") == [0, 1])
  }

  @Test(
    "what is unfinished is no mistake and takes nothing away",
    arguments: [
      "title:", "p<", "p:", "p<-", "p:n", "at>", "outcome:", "outcome:=tim", "verdict:,", "-", "!",
      "(", "sort:", "sort:ste", "sort:-", "-title:",
    ])
  func unfinished(text: String) {
    let reading = Query.read(text, fields: Sample.fields)
    #expect(reading.query.isEverything)
    #expect(reading.mistakes == [])
    #expect(reading.problems.count == 1)
  }

  @Test("typed letter by letter, a good query is never a mistake but where a name is")
  func typedLetterByLetter() {
    let text =
      "outcome:culprit,timeout (verdict:none | p<=0.3) -title:\"task hung\" at>2026-01 sort:-p"
    for end in text.indices {
      #expect(
        Query.read(String(text[..<end]), fields: Sample.fields).mistakes == [], "\(text[..<end])")
    }
  }

  @Test("groups nested too deep are told, not followed")
  func deepNesting() {
    let text = String(repeating: "(", count: 10_000) + "x" + String(repeating: ")", count: 10_000)
    let reading = Query.read(text, fields: Sample.fields)
    #expect(reading.mistakes.map(\.message) == ["groups nest deeper than 50"])
    #expect(reading.mistakes.map(\.range) == [50..<51])
  }

  @Test("hostile names are shown short and without controls")
  func hostileText() throws {
    let text = "outcome:\"\u{1B}[31m" + String(repeating: "x", count: 200) + "\""
    let problem = try #require(Query.read(text, fields: Sample.fields).mistakes.first)
    #expect(problem.message.hasPrefix("`outcome` has no value `?[31mxxx"))
    #expect(problem.message.contains("x…`"))
  }
}
