import Foundation
import Screen
import TestSupport
import Testing

@testable import Workbench

/// Logs and reports with something around their lines, as people meet them.
@Suite struct ArrivedTextTests {
  private func bench(_ prefix: String, of sample: String, columns: Int = 120) throws -> Bench {
    let bytes = try Data(contentsOf: Bench.samples.appendingPathComponent(sample))
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast()
    let text = lines.map { prefix + $0 }.joined(separator: "\n") + "\n"
    return try Bench(rows: 30, columns: columns, text: text)
  }

  private func console() throws -> String {
    let sample = Bench.samples.appendingPathComponent("console-deadlock.txt")
    return try String(contentsOf: sample, encoding: .utf8)
  }

  private func bench(_ wrapping: LineWrapping) throws -> Bench {
    try Bench(rows: 30, columns: 120, text: wrapping.wrapped(console()))
  }

  private static let prefixes = [
    ("quoted", "> "), ("journal", "Jun 18 20:37:40 box kernel: "),
    ("dmesg", "[Thu Jun 18 20:37:40 2024] "), ("ci", "2024-06-18T20:37:40.1234567Z "),
    ("numbered", "console.txt-142-"),
  ]

  /// The stacks are those of the plain text, whatever precedes its lines.
  @Test(arguments: prefixes)
  func theStacksOfAWrappedConsole(name: String, prefix: String) throws {
    var bench = try bench(prefix, of: "console-deadlock.txt")
    bench.press("5 z")
    try expectGolden(bench.screen, named: "arrived-stack-\(name)")
  }

  /// The raw text is the file as it arrived; what was put before the lines is dimmed.
  @Test(arguments: [
    ("quoted", "> ", "culprit-right.txt"),
    ("journal", "Jun 18 20:37:40 box kernel: ", "console-deadlock.txt"),
  ])
  func theRawTextDimsTheWrapping(name: String, prefix: String, sample: String) throws {
    var bench = try bench(prefix, of: sample, columns: 80)
    bench.press("6 z")
    try expectGolden(bench.screen, named: "arrived-raw-\(name)")
    let opened = try #require(bench.model.opened)
    let content = RawContent(opened: opened, width: 80)
    let parts = try #require(content.lines(of: 2).first).parts
    #expect(parts.contains { $0.text == prefix && $0.role == .dim })
    #expect(parts.last?.text.hasPrefix(prefix) == false)
  }

  /// The lines that a mail program broke are whole in the stacks, and as they arrived in the raw text.
  @Test func aConsoleThatAMailProgramBroke() throws {
    let plain = try console()
    let text = LineWrapping.mailer(columns: 72).wrapped(plain)
    #expect(text.split(separator: "\n").count > plain.split(separator: "\n").count + 5)
    var bench = try Bench(rows: 30, columns: 120, text: text)
    bench.press("5 z")
    try expectGolden(bench.screen, named: "arrived-stack-mailer")
    bench.press("z 6 z")
    try expectGolden(bench.screen, named: "arrived-raw-mailer")
  }

  private static let collectors = [
    ("records", "a container's records"), ("fields", "a journal's fields"),
    ("table", "frame of a table"), ("rows", "numbered rows of a page"),
  ]

  /// The stacks are those of the plain text where a program keeps each line in something of its own.
  @Test(arguments: collectors)
  func theStacksOfACollectedConsole(name: String, wrapping: String) throws {
    let wrapping = try #require(LineWrapping.all.first { $0.name == wrapping })
    var bench = try bench(wrapping)
    bench.press("5 z")
    try expectGolden(bench.screen, named: "arrived-stack-\(name)")
  }

  /// The frame around a line is dimmed at both sides; the line alone is not.
  @Test func theFrameOfATableIsDimmedAtBothSides() throws {
    let wrapping = try #require(LineWrapping.all.first { $0.name == "frame of a table" })
    let bench = try bench(wrapping)
    let opened = try #require(bench.model.opened)
    let parts = try #require(RawContent(opened: opened, width: 120).lines(of: 2).first).parts
    let dimmed = parts.filter { $0.role == .dim }.map(\.text)
    #expect(dimmed.contains("| "))
    #expect(dimmed.last?.hasSuffix(" |") == true)
    #expect(parts.contains { $0.text.hasPrefix("[") && $0.role != .dim })
  }

  /// A record is dimmed around the line that it keeps, also where it spells some of it otherwise.
  @Test func theRawTextDimsARecord() throws {
    let wrapping = try #require(LineWrapping.all.first { $0.name == "a container's records" })
    let text = wrapping.wrapped(try console().replacing("loop0", with: "\"loop0\""))
    #expect(text.contains(#"\"loop0\""#))
    var bench = try Bench(rows: 30, columns: 120, text: text)
    bench.press("6 z")
    try expectGolden(bench.screen, named: "arrived-raw-records")
    let opened = try #require(bench.model.opened)
    let content = RawContent(opened: opened, width: 120)
    for row in 0..<content.rowCount {
      let parts = try #require(content.lines(of: row).first).parts
      #expect(parts.last?.role == .dim, "row \(row)")
    }
  }

  /// However a program spells a line, what is around it is found.
  @Test(arguments: [
    (#"{"m":"a "b" \ c"}"#, #"a "b" \ c"#, 6, 2), (#"1,"a ""b"" c""#, #"a "b" c"#, 3, 1),
    (#"<td>a &lt;b&gt; &#39;c&#x27;</td>"#, "a <b> 'c'", 4, 5),
    (#""m":"\u00e4\u003c1""#, "ä<1", 5, 1),
    ("a: b", "b", 3, 0), (#"{"m":"\\ \t"}"#, "\\ \t", 6, 2),
  ])
  func aLineIsFoundHoweverItIsSpelled(whole: String, line: String, front: Int, back: Int) throws {
    let place = try #require(WrittenPlace(of: Array(line.utf8), in: Array(whole.utf8)))
    #expect(place.range.lowerBound == front)
    #expect(whole.utf8.count - place.range.upperBound == back)
  }

  /// A terminal's edge cuts lines within words; they are whole in the stacks.
  @Test func aConsoleThatATerminalCut() throws {
    let plain = try console()
    let text = LineWrapping.terminal(columns: 80).wrapped(plain)
    #expect(text.split(separator: "\n").count > plain.split(separator: "\n").count + 3)
    var bench = try Bench(rows: 30, columns: 120, text: text)
    bench.press("5 z")
    try expectGolden(bench.screen, named: "arrived-stack-terminal")
  }

  /// A text without a wrapping has nothing to dim.
  @Test func aPlainTextIsShownWhole() throws {
    let bench = try bench("", of: "console-deadlock.txt")
    let opened = try #require(bench.model.opened)
    let parts = try #require(RawContent(opened: opened, width: 80).lines(of: 2).first).parts
    #expect(parts.last?.text.hasPrefix("[") == true)
  }
}
