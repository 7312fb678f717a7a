import JSON
import Reviews
import Testing

@Suite struct EventLinesTests {
  /// An event that says all that one can say.
  func fullEvent() throws -> ReviewEvent {
    let log = DecidedLog(
      digest: digest(1), name: "000.txt", culprit: "7bc3e6e55acf065500a24621f3b313e7e5998acf",
      line: 214, probability: 0.25, evidence: ["merge", "foreign-titles"])
    let decision = try Decision(.wrong(.foreignCrash), note: "a \u{1B}[31mred\nnote")
    return ReviewEvent(
      time: second(1), reviewer: try reviewer("ann@example.org"), stroke: StrokeID(0xABC),
      action: .decided(log, decision))
  }

  @Test func theTextIsTheContract() throws {
    let expected = """
      {"schema":"bisectty.review/1","id":"\(try fullEvent().id)",\
      "at":"2023-11-14T22:13:21.000000Z","reviewer":"ann@example.org",\
      "stroke":"0000000000000abc","action":"decide","log":"\(digest(1))","name":"000.txt",\
      "culprit":"7bc3e6e55acf065500a24621f3b313e7e5998acf","line":214,"probability":0.25,\
      "evidence":["merge","foreign-titles"],"verdict":"wrong","reason":"foreign-crash",\
      "note":"a \\u001b[31mred\\nnote"}

      """
    #expect(String(decoding: EventLines.text(of: [try fullEvent()]), as: UTF8.self) == expected)
    #expect(EventLines.read(Array(expected.utf8)).events == [try fullEvent()])
  }

  @Test func theNameFollowsFromTheContent() throws {
    // sha256sum of the canonical text, its first thirty-two digits.
    let event = ReviewEvent(
      time: second(0), reviewer: try reviewer("a"), stroke: StrokeID(1), action: .undone)
    let canonical = """
      {"schema":"bisectty.review/1","at":"2023-11-14T22:13:20.000000Z","reviewer":"a",\
      "stroke":"0000000000000001","action":"undo"}
      """
    #expect(event.id.description == ContentDigest(of: Array(canonical.utf8)).description.prefix(32))
  }

  static let altered: [(String, String, String)] = [
    ("\"wrong\"", "\"wrnog\"", "has a 'verdict' that makes no sense"),
    ("foreign-crash", "other", "was altered: its id does not match its content"),
    (
      "bisectty.review/1", "bisectty.review/2",
      "is from a newer version of bisectty, update this one"
    ),
    ("\"schema\":\"bisectty.review/1\",", "", "is no review event: it has no 'schema'"),
    ("bisectty.review/1", "else", "is no review event: its schema is 'else'"),
    ("\"line\":214", "\"line\":\"214\"", "has a 'line' that makes no sense"),
    ("\"line\":214", "\"line\":-4", "was altered: its id does not match its content"),
    ("\"decide\"", "\"destroy\"", "has a 'action' that makes no sense"),
    (
      "\"reviewer\":\"ann@example.org\"", "\"reviewer\":\"\"",
      "has a 'reviewer' that makes no sense"
    ),
    ("\"verdict\":\"wrong\",", "", "makes no sense: a reason goes with the verdict 'wrong' only"),
    ("\"line\":214", "\"line\":214,\"lime\":1", "has an unknown member 'lime'"),
    ("22:13:21", "24:13:21", "has a 'at' that makes no sense"),
    ("}\n", "\n", "is no JSON: the text ends too early at byte "),
  ]

  @Test(arguments: altered)
  func refusesWhatWasAltered(old: String, new: String, fault: String) throws {
    let text = String(decoding: EventLines.text(of: [try fullEvent()]), as: UTF8.self)
    try #require(text.contains(old))
    let changed = text.split(separator: old, omittingEmptySubsequences: false).joined(
      separator: new)
    let reading = EventLines.read(Array(("\n" + changed).utf8))
    #expect(reading.events.isEmpty)
    #expect(reading.faults.count == 1)
    #expect(reading.faults.first?.line == 2)
    #expect(reading.faults.first?.what.hasPrefix(fault) == true, "\(reading.faults)")
  }

  @Test func goodLinesAreReadBesideBadOnes() throws {
    let line = EventLines.text(of: [try fullEvent()])
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: EventLines.lineLimit + 1)
    let text =
      Array("<<<<<<< ours\r\n".utf8) + line.dropLast() + [0x0D, 0x0A, 0x0A] + long + [0x0A, 0xFF]
    let reading = EventLines.read(text)
    #expect(reading.events == [try fullEvent()])
    #expect(reading.faults.map(\.line) == [1, 4, 5])
    #expect(reading.faults[1].what == "is longer than 1048576 bytes")
  }

  @Test func neverTrapsOnDamagedText() throws {
    var random = SystemRandomNumberGenerator()
    let text = EventLines.text(of: [try fullEvent()])
    for _ in 0..<2000 {
      var damaged = text
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        damaged[Int.random(in: damaged.indices, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      let reading = EventLines.read(damaged)
      let unharmed = try reading.events.allSatisfy { try $0 == fullEvent() }
      #expect(unharmed, "an altered event passed: \(damaged)")
    }
  }
}
