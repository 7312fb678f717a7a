/// A server's answer.
struct Response: Sendable, Equatable {
  /// The status code.
  var status: Int
  /// Header fields in their order, names in small letters.
  var fields: [(name: String, value: String)]
  /// The body, unpacked.
  var body: [UInt8]

  /// Parses the output of `curl --include`; nil if it does not begin like a response.
  ///
  /// Interim answers (1xx) come before the real one.
  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while true {
      guard let head = Self.takeHead(&rest), let status = Self.status(head.first ?? []) else {
        return nil
      }
      guard status >= 200 else { continue }
      self.status = status
      fields = head.dropFirst().compactMap(Self.field)
      body = Array(rest)
      return
    }
  }

  /// The value of a header field.
  func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// What a later request can ask for changes with.
  var validators: Validators {
    Validators(etag: field("etag"), lastModified: field("last-modified"))
  }

  /// The lines up to the empty one.
  private static func takeHead(_ rest: inout ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
    var lines: [ArraySlice<UInt8>] = []
    while let end = rest.firstIndex(of: 0x0A) {
      var line = rest[rest.startIndex..<end]
      if line.last == 0x0D { line.removeLast() }
      rest = rest[(end + 1)...]
      if line.isEmpty { return lines }
      lines.append(line)
    }
    return nil
  }

  /// The code in `HTTP/1.1 200 OK`.
  private static func status(_ line: ArraySlice<UInt8>) -> Int? {
    guard line.starts(with: "HTTP/".utf8) else { return nil }
    let words = line.split(separator: 0x20)
    guard words.count >= 2, words[1].count == 3 else { return nil }
    return Int(String(decoding: words[1], as: UTF8.self))
  }

  private static func field(_ line: ArraySlice<UInt8>) -> (name: String, value: String)? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let value = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
    return (
      String(decoding: line[..<colon], as: UTF8.self).lowercased(),
      String(decoding: value, as: UTF8.self)
    )
  }

  static func == (left: Response, right: Response) -> Bool {
    left.status == right.status && left.body == right.body
      && left.fields.elementsEqual(right.fields) { $0 == $1 }
  }
}
