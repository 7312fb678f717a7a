import Query
import Testing

@Suite("What is marked")
struct HighlightTests {
  static let cases: [(String, [Range<Int>])] = [
    ("", []), ("hung", [5..<9]), ("-hung", []), ("hung | task", [0..<4, 5..<9]),
    ("title:ask,k file:hung", [1..<4]), ("task (hung -in) ä", [0..<4, 5..<9, 18..<20]),
    ("\"k h\" hung", [3..<9]), ("p<0.3 outcome:timeout at:2026 title:none", []), ("note:hung", []),
    ("title:=\"task hung in pipe ä\"", [0..<20]),
  ]

  @Test("in a text of the list", arguments: cases)
  func highlights(text: String, ranges: [Range<Int>]) {
    let query = Query.read(text, fields: Sample.fields).query
    #expect(query.highlights(in: "task hung in pipe ä", field: 2) == ranges)
  }

  static let spans: [(String, String)] = [
    ("", ""), ("kasan", "w:kasan"), ("-title:a,b", "s:- f:title: v:a v:b"),
    ("p<0.3|x", "f:p< v:0.3 s:| w:x"),
    ("(a OR titel:b)", "s:( w:a s:OR m:titel:b s:)"), ("KASAN: use", "w:KASAN: w:use"),
    ("outcome:cul,nix", "f:outcome: v:cul m:nix"), ("sort:-p,zz", "f:sort: v:-p m:zz"),
    ("title:", "f:title:"),
    ("title:\"a b\" 'c", "f:title: v:\"a b\" w:'c"), ("C=y", "w:C=y"),
  ]

  @Test("in the prompt", arguments: spans)
  func colours(text: String, spans: String) {
    let bytes = Array(text.utf8)
    let shown = Query.spans(of: text, fields: Sample.fields).map { span in
      Self.letter(span.kind) + ":" + String(decoding: bytes[span.range], as: UTF8.self)
    }
    #expect(shown.joined(separator: " ") == spans)
  }

  static func letter(_ kind: QuerySpan.Kind) -> String {
    switch kind {
    case .field: "f"
    case .value: "v"
    case .word: "w"
    case .sign: "s"
    case .mistake: "m"
    }
  }

  @Test("known texts come by how frequent they are")
  func knownTexts() {
    var records = RecordTable(fields: Sample.fields)
    for title in ["b", "A", "b", "c a"] {
      records.append([.none, .none, .text(title), .none, .texts(["x", "y"])])
    }
    #expect(records.knownTexts(of: 2) == ["b", "A", "c a"])
    #expect(records.knownTexts(of: 2, containing: "a") == ["A", "c a"])
    #expect(records.knownTexts(of: 4, containing: "Y") == ["y"])
    #expect(records.knownTexts(of: 2, limit: 1) == ["b"])
    #expect(records.knownTexts(of: 6) == [])
    #expect(records.knownTexts(of: 60) == [])
  }
}
