import Query
import TestSupport
import Testing

@Suite("Whatever is typed")
struct PropertyTests {
  /// Pieces that queries are made of, and some that they are not.
  static let pieces = [
    "title", "outcome", "p", "steps", "at", "sort", "verdict", "titel", ":", ":=", "=", "<", "<=",
    ">",
    "!=", "!", "-", "(", ")", "|", " ", " ", " ", "OR", "AND", "\"", "'", ",", "none", "kasan",
    "KASAN",
    "0.3", "..", "30%", "2026-01", "culprit", "time", "wron", "fs/", "ä", "\u{301}", "👩‍🚀", "\\",
    "\n",
    "\0", "a", "e", "1e999", "9999999999999999999999",
  ]

  static func text(_ generator: inout SeededGenerator) -> String {
    let count = Int.random(in: 0...14, using: &generator)
    return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  @Test("reading never fails, ranges lie in the text, printing and reading give the same")
  func readsAnything() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<3_000 {
      let text = Self.text(&generator)
      let reading = Query.read(text, fields: Sample.fields)
      let length = text.utf8.count
      #expect(
        reading.problems.allSatisfy { $0.range.upperBound <= length && !$0.message.isEmpty },
        "\(text)")
      let printed = reading.query.description
      let again = Query.read(printed, fields: Sample.fields)
      #expect(again.query == reading.query, "\(text) was printed as \(printed)")
      #expect(again.problems == [], "\(text) was printed as \(printed)")
      _ = reading.query.rows(in: Sample.records)
    }
  }

  @Test("what is said to be narrower loses nothing by looking only at the wider result")
  func narrowingIsTrue() {
    var generator = SeededGenerator(seed: 2)
    var narrower = 0
    for _ in 0..<3_000 {
      let wide = Query.read(Self.text(&generator), fields: Sample.fields).query
      let more = wide.description + (Bool.random(using: &generator) ? " " : "")
      let text =
        Bool.random(using: &generator) ? more + Self.text(&generator) : Self.text(&generator)
      let narrow = Query.read(text, fields: Sample.fields).query
      guard narrow.isNarrowing(of: wide) else { continue }
      narrower += 1
      let all = narrow.rows(in: Sample.records)
      #expect(
        narrow.rows(in: Sample.records, among: wide.rows(in: Sample.records)) == all,
        "\(narrow) of \(wide)")
    }
    #expect(narrower > 300)
  }

  @Test("not, and, or mean the same on sets of rows")
  func setAlgebra() {
    var generator = SeededGenerator(seed: 3)
    let every = Set(0..<Sample.records.count)
    for _ in 0..<1_000 {
      let one = Query.read(Self.text(&generator), fields: Sample.fields).query
      let other = Query.read(Self.text(&generator), fields: Sample.fields).query
      guard !one.isEverything, !other.isEverything else { continue }
      let (a, b) = (Self.unsorted(one), Self.unsorted(other))
      let (rowsA, rowsB) = (Set(Sample.rows(a)), Set(Sample.rows(b)))
      #expect(Set(Sample.rows("(\(a)) (\(b))")) == rowsA.intersection(rowsB), "\(a) and \(b)")
      #expect(Set(Sample.rows("\(a) | \(b)")) == rowsA.union(rowsB), "\(a) or \(b)")
      #expect(Set(Sample.rows("-(\(a))")) == every.subtracting(rowsA), "not \(a)")
    }
  }

  /// The query's text without its order.
  static func unsorted(_ query: Query) -> String {
    let text = query.description
    guard !query.sort.isEmpty else { return text }
    return text.split(separator: " sort:").first.map(String.init) ?? text
  }

  @Test("completion never fails, and what it replaces ends at the cursor")
  func completesAnything() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<2_000 {
      let text = Self.text(&generator)
      let cursor = Int.random(in: -1...(text.utf8.count + 1), using: &generator)
      let completion = QueryCompletion.at(cursor, in: text, fields: Sample.fields) { _ in
        ["a b", "c"]
      }
      #expect(completion.replaced.upperBound <= min(max(cursor, 0), text.utf8.count), "\(text)")
      for candidate in completion.candidates {
        _ = completion.applying(candidate, to: text)
      }
    }
  }
}

@Suite("Narrowing while typing")
struct NarrowingTests {
  static let narrowing: [(String, String)] = [
    ("", "k"), ("k", "ka"), ("kas", "KASAN"), ("kasan", "kasan p<0.3"), ("kasan", "title:kasan"),
    ("title:ka", "title:=kasan"), ("p<0.3", "p<0.2"), ("p<=0.3", "p<0.3"), ("p<0.5", "p:0.1..0.2"),
    ("steps>2", "steps>20"), ("outcome:", "outcome:c"), ("outcome:c,t", "outcome:c"),
    ("verdict:wron", "verdict:wrong"), ("at:2026", "at:2026-01"), ("a | b", "a"),
    ("a | b", "(a|b) c"),
    ("-kasan", "-kas"), ("a b", "b a c"), ("-(a b)", "-a"), ("title:a,b", "title:ab"),
  ]

  static let others: [(String, String)] = [
    ("k", ""), ("ka", "k"), ("KASAN", "kasan"), ("'kasan", "kasan"), ("-k", "-ka"), ("k", "note:k"),
    ("title:k", "k"), ("title:non", "title:none"), ("p<0.2", "p<0.3"), ("p<0.3", "p<=0.3"),
    ("p<3", "steps<2"), ("outcome:c", "outcome:c,t"), ("a", "a | b"), ("at>2025", "at>2026"),
    ("title:a", "file:a"),
  ]

  @Test("is seen", arguments: narrowing)
  func seen(wide: String, narrow: String) {
    #expect(isNarrowing(narrow, of: wide))
  }

  @Test("is not claimed without proof", arguments: others)
  func notClaimed(wide: String, narrow: String) {
    #expect(!isNarrowing(narrow, of: wide))
  }

  @Test("gives up on endless alternatives")
  func endless() {
    let text = (0..<200).map { "(a\($0) | b\($0))" }.joined(separator: " ")
    #expect(!isNarrowing(text + " | y", of: text + " | z"))
  }

  private func isNarrowing(_ narrow: String, of wide: String) -> Bool {
    Query.read(narrow, fields: Sample.fields).query
      .isNarrowing(of: Query.read(wide, fields: Sample.fields).query)
  }
}
