extension JSONValue {
  /// How deep arrays and objects may be nested in a text that is read.
  package static let depthLimit = 64

  /// Reads a JSON text strictly: UTF-8, one value, each name once in an object.
  ///
  /// Throws ``JSONError`` with the place of the first fault.
  package init(reading bytes: some Collection<UInt8>) throws(JSONError) {
    var reader = JSONReader(bytes: Array(bytes))
    self = try reader.wholeText()
  }
}

/// Parses a JSON text.
struct JSONReader {
  let bytes: [UInt8]
  var offset = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The byte at the reading place; nil at the end.
  var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  func fault(_ what: String) -> JSONError { JSONError(offset: offset, what: what) }

  mutating func wholeText() throws(JSONError) -> JSONValue {
    let value = try value(depth: 0)
    skipSpace()
    guard next == nil else { throw fault("something after the value") }
    return value
  }

  mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try array(depth: depth + 1)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case nil: throw fault("the text ends too early")
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    guard bytes[offset...].starts(with: word.utf8) else { throw fault("no JSON value") }
    offset += word.utf8.count
    return value
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    var elements: [JSONValue] = []
    try list(depth: depth, close: UInt8(ascii: "]")) { reader throws(JSONError) in
      elements.append(try reader.value(depth: depth))
    }
    return .array(elements)
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    try list(depth: depth, close: UInt8(ascii: "}")) { reader throws(JSONError) in
      reader.skipSpace()
      let place = reader.offset
      guard reader.next == UInt8(ascii: "\"") else { throw reader.fault("a name is missing") }
      let name = try reader.string()
      guard names.insert(name).inserted else {
        throw JSONError(offset: place, what: "a name occurs twice")
      }
      reader.skipSpace()
      guard reader.next == UInt8(ascii: ":") else { throw reader.fault("a colon is missing") }
      reader.offset += 1
      members.append(.init(name, try reader.value(depth: depth)))
    }
    return .object(members)
  }

  /// Reads elements with commas between them, from the opening bracket to the closing one.
  private mutating func list(
    depth: Int, close: UInt8, element: (inout JSONReader) throws(JSONError) -> Void
  ) throws(JSONError) {
    guard depth <= JSONValue.depthLimit else { throw fault("nested too deeply") }
    offset += 1
    skipSpace()
    if next == close {
      offset += 1
      return
    }
    while true {
      try element(&self)
      skipSpace()
      guard let byte = next else { throw fault("the text ends too early") }
      guard byte == UInt8(ascii: ",") || byte == close else { throw fault("a comma is missing") }
      offset += 1
      if byte == close { return }
    }
  }
}
