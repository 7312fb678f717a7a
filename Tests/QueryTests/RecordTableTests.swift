import Query
import TestSupport
import Testing

@Suite("Records")
struct RecordTableTests {
  @Test("a replaced record is found by its new values only, the others as before")
  func replaced() {
    var records = Sample.records
    for round in 0..<2_000 {
      records.replace(
        row: round % 2 * 2,
        with: [.text("error"), .text("plausible"), .text("round \(round)"), .none, .texts(["x"])])
    }
    records.replace(row: 9, with: [.text("error")])
    #expect(records.count == 5)
    #expect(find("round", records) == [0, 2])
    #expect(find("title:=\"round 1999\"", records) == [2])
    #expect(find("title:=\"round 1998\"", records) == [0])
    #expect(find("kasan", records) == [3])
    #expect(find("hung outcome:culprit p<0.3", records) == [1])
    #expect(find("outcome:error p:none steps:none at:none", records) == [0, 2])
    #expect(find("title:foo(bar)", records) == [4])
  }

  @Test("missing values are none, and values of another kind are, too")
  func missing() {
    var records = RecordTable(fields: Sample.fields)
    records.append([])
    records.append([
      .number(3), .texts(["wrong"]), .number(1), .text(""), .none, .none, .text("0.3"),
    ])
    for field in ["outcome", "verdict", "title", "culprit", "file", "note", "p", "steps", "at"] {
      #expect(find(field + ":none", records) == [0, 1], "\(field)")
    }
  }

  @Test("nothing is found across two texts or two records")
  func boundaries() {
    var records = RecordTable(fields: Sample.fields)
    records.append([.none, .none, .text("ab"), .text("cd"), .texts(["ef", "gh"])])
    records.append([.none, .none, .text("ij")])
    for text in ["bc", "abcd", "de", "fg", "hi", "ghij"] {
      #expect(find(text, records) == [], "\(text)")
    }
    #expect(find("gh", records) == [0])
    #expect(find("file:=ef", records) == [0])
    #expect(find("ij", records) == [1])
  }

  @Test("a search row by row finds what a bare word finds")
  func searchesRows() {
    let records = Sample.records
    for text in ["task", "KASAN", "fs/", "agreed", "nowhere", "e"] {
      let found = records.search(for: TextSearch(text)) { holds in
        (-1...records.count).filter { holds($0) }
      }
      #expect(found == find(text, records), "\(text)")
    }
  }

  @Test("texts sort by their bytes, case aside, equal ones as they came")
  func sortsTexts() {
    var generator = SeededGenerator(seed: 7)
    let starts = ["KASAN: use-after-free ", "kasan: use-after-free ", "KASAN: use", "", "ä"]
    let titles = (0..<400).map { _ in
      (starts.randomElement(using: &generator) ?? "")
        + ["", "A", "a b", "B"][Int.random(in: 0...3, using: &generator)]
    }
    var records = RecordTable(fields: Sample.fields)
    for title in titles { records.append([.none, .none, .text(title)]) }
    let folded = titles.map { Array($0.lowercased().utf8) }
    let expected = titles.indices.sorted { one, other in
      if folded[one].isEmpty != folded[other].isEmpty { return folded[other].isEmpty }
      if folded[one] == folded[other] { return one < other }
      return folded[one].lexicographicallyPrecedes(folded[other])
    }
    #expect(records.sorted(Array(titles.indices), by: [SortKey(field: 2)]) == expected)
  }

  @Test("a query finds nothing in records of other fields")
  func otherFields() {
    let other = FieldTable([Field("x", "x", kind: .text)])
    #expect(Query(everythingWith: other).rows(in: Sample.records) == [])
    #expect(Query(everythingWith: Sample.fields).rows(in: Sample.records) == [0, 1, 2, 3, 4])
  }

  private func find(_ text: String, _ records: RecordTable) -> [Int] {
    Query.read(text, fields: Sample.fields).query.rows(in: records)
  }
}
