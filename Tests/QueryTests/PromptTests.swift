import Query
import Testing

@Suite("Completion")
struct CompletionTests {
  /// A text with the cursor as `^`, what is replaced, and the candidates.
  static let cases: [(String, String, [String])] = [
    ("ou^", "ou", ["outcome:"]), ("-ti^", "ti", ["title:"]), ("(cr^", "cr", ["title:"]),
    ("kasan s^", "s", ["steps:", "sort:"]), ("kasan p^ x", "p", ["p:"]), ("zz^", "zz", []),
    ("outcome:^", "", ["culprit", "inconclusive", "oldestRelease", "timeout", "error", "none"]),
    ("outcome:t^", "t", ["timeout"]), ("outcome:rel^", "rel", ["oldestRelease"]),
    ("a outcome:=OLD^", "OLD", ["oldestRelease"]),
    ("outcome:culprit,t^", "t", ["timeout"]), ("verdict:no^", "no", ["none"]),
    ("verdict:wr^ong", "wr", ["wrong", "wrongTitle"]),
    ("title:hun^", "hun", ["\"task hung in pipe_release\""]),
    ("title:\"task h^", "\"task h", ["\"task hung in pipe_release\""]),
    ("title:no^", "no", ["none"]), ("title:\"^", "\"", ["\"task hung in pipe_release\"", "kasan"]),
    ("file:^", "", ["none"]), ("p:^", "", ["none"]), ("p<^", "", []), ("steps:1^", "1", []),
    (
      "sort:^ x", "",
      ["outcome", "verdict", "title", "culprit", "file", "note", "p", "steps", "at"]
    ),
    ("sort:-st^", "st", ["steps"]), ("sort:p,a^", "a", ["at"]),
    ("nofield:^", "", []), ("\"ti^", "", []), ("'ti^", "", []),
  ]

  @Test("offers these", arguments: cases)
  func offers(text: String, replaced: String, candidates: [String]) throws {
    let parts = text.split(separator: "^", omittingEmptySubsequences: false)
    let start = String(try #require(parts.first))
    let whole = parts.joined()
    let completion = QueryCompletion.at(start.utf8.count, in: whole, fields: Sample.fields) {
      field in
      Sample.fields[field]?.name == "title" ? ["task hung in pipe_release", "kasan"] : []
    }
    #expect(completion.candidates.map(\.text) == candidates)
    #expect(completion.replaced == (start.utf8.count - replaced.utf8.count)..<start.utf8.count)
  }

  @Test("everything is offered where nothing is begun")
  func offersFields() {
    for text in ["", "kasan ", "(", "a |", "-"] {
      let completion = QueryCompletion.at(text.utf8.count, in: text, fields: Sample.fields)
      #expect(completion.candidates.count == Sample.fields.fields.count + 1, "\(text)")
    }
    let first = QueryCompletion.at(0, in: "", fields: Sample.fields).candidates.first
    #expect(first == .init(text: "outcome:", summary: "how the log ends"))
  }

  @Test("puts a candidate in and the cursor behind it")
  func applies() throws {
    let after = QueryCompletion.at(13, in: "ä outcome:ti x", fields: Sample.fields)
    let timeout = try #require(after.candidates.first)
    let applied = after.applying(timeout, to: "ä outcome:ti x")
    #expect(applied.text == "ä outcome:timeout x")
    #expect(applied.cursor == 18)
  }

  @Test("what it offers reads without a problem")
  func offersWhatReads() {
    let titles = ["a b", "none", "x\"y", "-z", "a,b|c", "OR", "back\\slash", "(", "="]
    let completion = QueryCompletion.at(6, in: "title:", fields: Sample.fields) { _ in titles }
    #expect(completion.candidates.count == titles.count + 1)
    var records = RecordTable(fields: Sample.fields)
    for title in titles { records.append([.none, .none, .text(title)]) }
    for (row, candidate) in completion.candidates.dropLast().enumerated() {
      let reading = Query.read("title:=" + candidate.text, fields: Sample.fields)
      #expect(reading.problems == [])
      #expect(reading.query.rows(in: records) == [row])
    }
  }
}

@Suite("History")
struct HistoryTests {
  @Test("keeps each text once, the newest last, and not too many")
  func adds() {
    var history = PromptHistory(["a", "b", " ", "a", "c"], limit: 3)
    #expect(history.entries == ["b", "a", "c"])
    history.add("d")
    #expect(history.entries == ["a", "c", "d"])
    history.add("")
    #expect(history.entries == ["a", "c", "d"])
    #expect(PromptHistory(["a", "b"], limit: -1).entries == ["b"])
  }

  @Test("goes back through what begins like the draft, and returns to it")
  func recalls() {
    let history = PromptHistory(["p<0.3", "title:a", "p>0.5", "title:b"])
    var recall = history.recall(from: "p")
    var seen = [recall.text]
    for _ in 0..<3 {
      recall.older()
      seen.append(recall.text)
    }
    for _ in 0..<3 {
      recall.newer()
      seen.append(recall.text)
    }
    #expect(seen == ["p", "p>0.5", "p<0.3", "p<0.3", "p>0.5", "p", "p"])
    var all = history.recall(from: "")
    all.older()
    #expect(all.text == "title:b")
  }

  @Test("is searched for a part, newest first")
  func searches() {
    let history = PromptHistory(["Title:a", "p<0.3", "title:b"])
    #expect(history.containing("TITLE") == ["title:b", "Title:a"])
    #expect(history.containing("") == ["title:b", "p<0.3", "Title:a"])
  }
}

@Suite("Help")
struct HelpTests {
  @Test("has a row for each field, with its choices")
  func rows() {
    let rows = QueryHelp.fieldRows(of: Sample.fields)
    #expect(rows.count == Sample.fields.fields.count)
    #expect(rows[2] == .init(example: "title:TEXT", meaning: "the crash's title (also crash)"))
    #expect(rows[6].example == "p<NUMBER")
    #expect(
      rows[1].meaning == "what a person decided: none, correct, plausible, wrong, wrongTitle")
  }

  @Test("its examples of syntax fit on a narrow screen")
  func narrow() {
    #expect(QueryHelp.syntaxRows.allSatisfy { $0.example.count <= 26 && $0.meaning.count <= 60 })
  }
}
