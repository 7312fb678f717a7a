/// Lines that are records of a program that collects logs, of which one member is the line that was
/// printed.
///
/// Containers, test labs and `journalctl -o json` write an object of JSON on each line, `journalctl
/// -o export` and `-o verbose` a field on each.
struct RecordLines {
  private enum Form {
    /// An object on each line; this member is the printed line.
    case objects(member: [UInt8])
    /// `NAME=value` on each line; `MESSAGE` is the printed line.
    case fields
  }

  private let form: Form

  /// How many lines are looked at.
  private static let sampleSize = 60
  /// How many members of an object are looked at: a journal's record has some thirty.
  private static let mostMembers = 100

  /// Finds out how a text keeps its lines; nil if it is not made of records.
  init?(_ lines: Lines) {
    if let member = Self.memberOfObjects(in: lines) {
      form = .objects(member: member)
    } else if Self.hasFields(lines) {
      form = .fields
    } else {
      return nil
    }
  }

  /// Adds the line that a record keeps; false if it keeps none.
  func append(_ line: ByteView, to bytes: inout [UInt8]) -> Bool {
    switch form {
    case .objects(let member):
      guard let object = Self.object(in: line), let value = Self.value(of: member, in: object)
      else {
        return false
      }
      EscapedText.append(value, to: &bytes)
    case .fields:
      guard let message = line.trimmed.after("MESSAGE=") else { return false }
      message.append(to: &bytes)
    }
    return true
  }

  private static func memberOfObjects(in lines: Lines) -> [UInt8]? {
    var counts: [[UInt8]: Int] = [:]
    var objects = 0
    var filled = 0
    for index in sample(of: lines) where !lines[index].trimmed.isEmpty {
      filled += 1
      guard let object = object(in: lines[index]) else { continue }
      objects += 1
      forEachMember(of: object) { name, value in
        if beginsKnown(value) { counts[name.bytes, default: 0] += 1 }
        return true
      }
    }
    guard objects > 1, objects * 5 >= filled * 4 else { return nil }
    return counts.max { ($0.value, $1.key.count) < ($1.value, $0.key.count) }?.key
  }

  /// Whether the line that a text keeps has a known beginning; colours may precede it.
  private static func beginsKnown(_ text: ByteView) -> Bool {
    guard text.prefix(24).firstIndex(of: Ascii.backslash) != nil else {
      return LineAnchor.begins(text)
    }
    var kept: [UInt8] = []
    EscapedText.append(text, to: &kept)
    var shown: [UInt8] = []
    Lines.withLines(of: SourceText(kept)) { lines in
      if lines.count > 0 { TerminalText.append(lines[0], to: &shown) }
    }
    return Lines.withLines(of: SourceText(shown)) { $0.count > 0 && LineAnchor.begins($0[0]) }
  }

  /// The indices of lines from all parts of a text.
  private static func sample(of lines: Lines) -> StrideTo<Int> {
    stride(from: 0, to: lines.count, by: max(1, lines.count / sampleSize))
  }

  /// The object that a line is, without its braces; test labs write it as the item of a list, and mails
  /// quote it.
  private static func object(in line: ByteView) -> ByteView? {
    let words = QuotedLine(line).content.trimmedAtEnd
    let item = words.after("- ") ?? words
    return item[0] == UInt8(ascii: "{") && item.last == UInt8(ascii: "}")
      ? item.dropping(1).droppingLast(1) : nil
  }

  private static func value(of member: [UInt8], in object: ByteView) -> ByteView? {
    var found: ByteView?
    forEachMember(of: object) { name, value in
      if name.count == member.count, name.bytes == member { found = value }
      return found == nil
    }
    return found
  }

  /// Passes the names and texts of an object's members to `body`, until it returns false; what
  /// is no text is passed over.
  private static func forEachMember(of object: ByteView, _ body: (ByteView, ByteView) -> Bool) {
    var name: ByteView?
    var next = 0
    var count = 0
    while count < mostMembers, let open = object.firstIndex(of: Ascii.quote, from: next) {
      let text = EscapedText.text(in: object, at: open)
      next = open &+ text.count &+ 2
      count += 1
      if object.dropping(next).trimmed[0] == Ascii.colon {
        name = text
      } else if let known = name {
        if !body(known, text) { return }
        name = nil
      }
    }
  }

  private static func hasFields(_ lines: Lines) -> Bool {
    var messages = 0
    var fields = 0
    var filled = 0
    for index in 0..<min(lines.count, 400) {
      let line = lines[index].trimmed
      guard !line.isEmpty else { continue }
      filled += 1
      if line.starts(with: "MESSAGE=") { messages += 1 }
      // A record has some ten to thirty fields.
      if filled == 60, messages == 0 { return false }
      if isField(line) { fields += 1 }
    }
    return messages > 1 && fields > messages && fields * 4 >= filled * 3
  }

  /// Whether a line begins with a name in capitals and `=`.
  private static func isField(_ line: ByteView) -> Bool {
    var length = 0
    while (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(line[length]) || line[length] == 0x5F
      || Ascii.isDigit(line[length])
    {
      length += 1
    }
    return length > 1 && line[length] == UInt8(ascii: "=")
  }
}
