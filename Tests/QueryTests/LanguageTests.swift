import Query
import Testing

@Suite("What a query finds")
struct LanguageTests {
  static let cases: [(String, [Int])] = [
    // Words.
    ("", [0, 1, 2, 3, 4]), ("   ", [0, 1, 2, 3, 4]),
    ("kasan", [2, 3]), ("KASAN", [2]), ("'kasan", [3]), ("Kasan", []),
    ("in", [0, 1, 2, 4]), ("fs/", [0, 1, 4]), ("derailed", []), ("größe", [4]), ("Größe", [4]),
    ("GRößE", []),
    ("task hung", [1]), ("\"hung task\"", []), ("\"task hung\"", [1]), ("hung task", [1]),
    ("free_ioctx_users7bc", []), ("KASAN: use", [2]), ("foo(bar),", [4]), ("\"baz |\"", [4]),
    ("\"\\\"q\\\" \\\\\"", [4]), ("openat2(2)", [1]), ("(openat2(2))", [1]), ("or", []),
    ("AND kasan AND use", [2]), ("CONFIG_X=y", []),
    // Negation, alternatives, groups.
    ("-kasan", [0, 1, 4]), ("!kasan", [0, 1, 4]), ("--kasan", [2, 3]), ("-kasan -fs/open", [0, 4]),
    ("hung | ogm", [1, 2]), ("hung|ogm", [1, 2]), ("hung OR ogm", [1, 2]),
    ("kasan | hung", [1, 2, 3]),
    ("kasan use | hung", [1, 2]), ("kasan (use | hung)", [2]), ("-(kasan | hung)", [0, 4]),
    ("-(kasan use)", [0, 1, 3, 4]), ("((kasan) -(use))", [3]), ("OR", [0, 1, 2, 3, 4]),
    ("| hung |", [1]), ("()", [0, 1, 2, 3, 4]), ("(hung", [1]), ("\"OR\"", []), ("hung)", []),
    // Texts.
    ("title:kasan", [2, 3]), ("TITLE:kasan", [2, 3]), ("crash:kasan", [2, 3]),
    ("title:'kasan", [3]),
    ("title:hung,deadlock", [0, 1]), ("-title:hung,deadlock", [2, 3, 4]),
    ("title:\"task hung\"", [1]), ("file:=fs/aio.c", [0]), ("file:=fs/aio", []),
    ("file=fs/open.c", [1]),
    ("file:=aio.c", []), ("file:=FS/aio.c", []), ("file!=fs/aio.c", [1, 2, 3, 4]),
    ("file:fs/a", [0, 4]), ("file:none", [3]), ("-file:none", [0, 1, 2, 4]),
    ("title:\"none\"", [3]),
    ("title:none", []), ("culprit:none", [2, 3]), ("culprit:none,openat2", [1, 2, 3]),
    ("note:derailed", [1]), ("note:none", [2, 3, 4]), ("title:foo(bar)", [4]),
    ("commit:ändern", [4]),
    ("title:\"a,b\"", []), ("title:INFO:", [1]), ("file:base.cfs", []),
    // Enumerations.
    ("outcome:timeout", [2]), ("outcome:time", [2]), ("outcome:TIME", [2]),
    ("outcome:=timeout", [2]),
    ("outcome:culprit,timeout", [0, 1, 2]), ("outcome:c,t", [0, 1, 2]),
    ("-outcome:culprit", [2, 3, 4]),
    ("outcome!=culprit", [2, 3, 4]), ("outcome:none", []), ("verdict:none", [2, 3]),
    ("verdict:n", [2, 3]),
    ("verdict:wrong", [1]), ("verdict:wron", [1, 4]), ("verdict:wrongT", [4]),
    ("-verdict:none", [0, 1, 4]),
    // Numbers.
    ("p<0.3", [1]), ("p<=0.3", [1, 4]), ("p<=30%", [1, 4]), ("p>0.3", [0]), ("p>=.3", [0, 4]),
    ("p:0.3", [4]), ("p=0.3", [4]), ("p!=0.3", [0, 1, 2, 3]), ("p:>0.3", [0]),
    ("probability:<20%", [1]),
    ("p:none", [2, 3]), ("-p:none", [0, 1, 4]), ("-p<0.3", [0, 2, 3, 4]), ("steps>20", [2]),
    ("steps>=20", [1, 2]), ("steps:8,14", [0, 3]), ("steps:10..20", [0, 1]),
    ("steps:20..", [1, 2]),
    ("steps:..14", [0, 3]), ("steps:none", [4]), ("p:1e-1..0.2", [1]), ("steps>-1", [0, 1, 2, 3]),
    // Dates.
    ("at>2026-01-01", [1]), ("at>=2026-01-01", [0, 1]), ("at<2026", [4]),
    ("at<=2026-01-01", [0, 4]),
    ("at:2026-01", [0, 1]), ("at:2026-01-02T09", [1]), ("at=2025", [4]), ("at:none", [2, 3]),
    ("at<2025-12-31T12", [4]), ("at!=2026", [2, 3, 4]),
    // Together.
    ("outcome:culprit verdict:wrong p<0.3 file:fs/", [1]),
    ("outcome:culprit | p:none steps>20", [0, 1, 2]),
    ("kasan sort:steps", [2, 3]),
  ]

  @Test("finds these rows", arguments: cases)
  func finds(text: String, rows: [Int]) { #expect(Sample.rows(text) == rows) }

  @Test("prints so that reading gives the same query", arguments: cases.map(\.0))
  func printsAndReads(text: String) {
    let query = Query.read(text, fields: Sample.fields).query
    let again = Query.read(query.description, fields: Sample.fields)
    #expect(again.query == query, "printed as \(query)")
    #expect(again.problems == [])
    #expect(again.query.description == query.description)
  }

  @Test("is printed in one form")
  func canonicalForm() {
    let text = " !title:'kasan  Outcome:t,c (p<30% OR steps:10..20) sort:-p,crash at>2026"
    let query = Query.read(text, fields: Sample.fields).query
    #expect(
      query.description
        == "-title:'kasan outcome:=culprit,timeout (p<0.3 | steps:10..20) at:>2026 sort:-p,title")
  }

  @Test("a term made of a value finds that value, whatever it is")
  func termOfValue() {
    let values = [
      "a b", "none", "x\"y\\", "-z", "a,b|c", "OR", "(", "=", "'q", "ä:\u{301}", "\n", "<3",
    ]
    var records = RecordTable(fields: Sample.fields)
    for value in values { records.append([.none, .none, .text(value)]) }
    records.append([])
    for (row, value) in values.enumerated() {
      let reading = Query.read(Query.term("title", is: value), fields: Sample.fields)
      #expect(reading.problems == [])
      #expect(reading.query.rows(in: records) == [row], "\(reading.query)")
    }
    let none = Query.read(Query.term("title", is: nil), fields: Sample.fields).query
    #expect(none.rows(in: records) == [values.count])
  }

  @Test("keeps the order of the rows it is given, and takes no others")
  func rowsAmongOthers() {
    let query = Query.read("kasan | hung | -p:none", fields: Sample.fields).query
    #expect(query.rows(in: Sample.records, among: [3, 1, 9, 0, -1, 2]) == [3, 1, 0, 2])
    #expect(query.matches(row: 1, in: Sample.records))
    #expect(!query.matches(row: 17, in: Sample.records))
  }

  @Test(
    "sorts, records without a value last",
    arguments: [
      ("sort:steps", [3, 0, 1, 2, 4]), ("sort:-steps", [2, 1, 0, 3, 4]),
      ("sort:p", [1, 4, 0, 2, 3]),
      ("sort:-at", [1, 0, 4, 2, 3]), ("sort:outcome", [0, 1, 3, 2, 4]),
      ("sort:outcome,-steps", [1, 0, 3, 2, 4]), ("sort:title", [1, 3, 2, 0, 4]),
      ("sort:outcome sort:-p", [0, 1, 3, 2, 4]),
    ])
  func sorts(text: String, rows: [Int]) {
    let reading = Query.read(text, fields: Sample.fields)
    #expect(reading.problems == [])
    #expect(Sample.records.sorted([0, 1, 2, 3, 4], by: reading.query.sort) == rows)
  }
}
