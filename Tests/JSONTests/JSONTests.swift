import JSON
import Testing

@Suite struct JSONTests {
  func read(_ text: String) throws(JSONError) -> JSONValue { try JSONValue(reading: text.utf8) }

  func written(_ value: JSONValue, _ layout: JSONValue.Layout = .compact) -> String {
    String(decoding: value.text(layout), as: UTF8.self)
  }

  @Test func writesMembersInTheirOrder() {
    let value: JSONValue = [
      "z": 1, "a": [true, false, JSONValue(nil as String?)], "": [:], "x": .number(0.25),
    ]
    #expect(written(value) == #"{"z":1,"a":[true,false,null],"":{},"x":0.25}"#)
    #expect(
      written(["a": [1, 2], "b": .array([])], .indented)
        == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": []\n}")
  }

  @Test func escapesWhatATerminalCouldObey() {
    #expect(
      written(.string("\u{1B}[2J\u{7F}\u{9B}\u{202E}\u{E0041}\n\"\\é中"))
        == #""\u001b[2J\u007f\u009b\u202e\udb40\udc41\n\"\\é中""#)
  }

  @Test func writesNoNumberThatIsNone() {
    #expect(written([.number(.nan), .number(-.infinity), .number(1e300)]) == "[null,null,1e+300]")
  }

  static let allowed: [(String, JSONValue)] = [
    ("null", .null), (" [ ] ", .array([])), ("-12", -12), ("0", 0), ("-0", .number(-0.0)),
    ("9223372036854775807", .integer(.max)), ("9223372036854775808", .number(9223372036854775808)),
    ("1.5e-3", .number(0.0015)), ("1E2", .number(100)),
    (#""a\/\b\f\n\r\t\"\\\u00e9\ud83d\ude00""#, "a/\u{8}\u{C}\n\r\t\"\\é😀"),
    (#"{"a":{"b":[1,"x"]}}"#, ["a": ["b": [1, "x"]]]),
  ]

  @Test(arguments: allowed)
  func readsWhatTheStandardAllows(text: String, value: JSONValue) throws {
    #expect(try read(text) == value)
  }

  @Test(arguments: [
    ("", 0), ("[1,]", 3), ("{\"a\":1,}", 7), ("[1 2]", 3), ("01", 0), ("-", 0), ("1.", 2),
    ("1e", 2),
    ("tru", 0), ("nul", 0), ("\"a", 2), ("\"\n\"", 1), ("\"\\x\"", 2), ("\"\\ud800\"", 7),
    ("\"\\ud800\\u0041\"", 13), ("\"\\udc00\"", 7), ("{\"a\":1,\"a\":2}", 7), ("1 1", 2),
    ("{1:2}", 1), ("{\"a\" 1}", 5), ("'a'", 0), ("NaN", 0), ("1e999", 0), ("+1", 0),
    ("\u{FEFF}1", 0),
  ])
  func refusesTheRestWithItsPlace(text: String, offset: Int) {
    let error = #expect(throws: JSONError.self) { try read(text) }
    #expect(error?.offset == offset)
  }

  @Test func refusesBytesThatAreNotUTF8() {
    for bytes: [UInt8] in [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
    ] {
      #expect(throws: JSONError(offset: 1, what: "a string that is not UTF-8")) {
        try JSONValue(reading: bytes)
      }
    }
  }

  @Test func refusesWhatIsNestedTooDeeply() throws {
    let limit = JSONValue.depthLimit
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try read(nested(limit))
    #expect(throws: JSONError.self) { try read(nested(limit + 1)) }
    #expect(throws: JSONError.self) { try read(String(repeating: "{\"a\":", count: 100_000)) }
  }

  @Test func readsBackWhatItWrote() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let value = anyValue(depth: 4, &random)
      #expect(try JSONValue(reading: value.text()) == value)
      #expect(try JSONValue(reading: value.text(.indented)) == value)
    }
  }

  /// A value drawn at random; numbers of the second kind have a fraction, so that they stay of it.
  func anyValue(depth: Int, _ random: inout SystemRandomNumberGenerator) -> JSONValue {
    switch Int.random(in: depth > 0 ? 0..<7 : 2..<7, using: &random) {
    case 0: .array((0..<3).map { _ in anyValue(depth: depth - 1, &random) })
    case 1:
      .object((0..<3).map { .init("\($0)\u{1}\"é", anyValue(depth: depth - 1, &random)) })
    case 2: .integer(Int.random(in: .min ... .max, using: &random))
    case 3: .number(Double(Int.random(in: -9999...9999, using: &random)) + 0.5)
    case 4: .bool(Bool.random(using: &random))
    case 5: .null
    default:
      .string(
        String(
          String.UnicodeScalarView(
            (0..<8).compactMap { _ in
              Unicode.Scalar(UInt32.random(in: 0..<0x11_0000, using: &random))
            })))
    }
  }
}
