/// A crash title taken apart: what went wrong, and where.
struct CrashTitle: Sendable {
  /// The title as printed.
  let text: String
  /// What went wrong.
  let kind: CrashKind
  /// The function it names without decoration; nil if it names none.
  let function: String?
  /// Whether the report was too damaged to name the function.
  let isCorrupted: Bool

  /// Parses a title.
  init(_ text: String) {
    self.text = text
    kind = CrashKind(ofTitle: text)
    let named = Self.lastName(in: text)
    isCorrupted = named == "corrupted"
    function = isCorrupted ? nil : named.map(FunctionCore.core).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The title with every number the same, for titles that name no function.
  var shape: String { Self.withoutNumbers(text) }

  /// Whether a title is too unspecific to distinguish bugs.
  var isUnspecific: Bool { isCorrupted || kind.namesAnyFunction }

  /// Whether another title can be the same bug under another name: the same function, or the same
  /// kind if the function is unspecific.
  func isRenamed(_ other: CrashTitle) -> Bool {
    if let function, let theirs = other.function, FunctionCore.match(function, theirs) {
      return true
    }
    guard Self.areKin(kind, other.kind) else { return false }
    if isUnspecific || other.isUnspecific { return true }
    return function == nil && other.function == nil && shape == other.shape
  }

  /// What titles of one bug mostly share: the function, else the words before it, else the title with
  /// every number the same.
  var familyName: String {
    if let function, !isUnspecific { return "in " + function }
    guard isUnspecific, let place = shape.lastWord("in") else { return shape }
    return String(shape[..<place])
  }

  /// Kinds under which one bug shows itself, as syzkaller's alternative titles have it.
  private static func areKin(_ one: CrashKind, _ other: CrashKind) -> Bool {
    let silent: Set<CrashKind> = [.hang, .stall, .lost]
    return one == other || silent.isSuperset(of: [one, other])
  }

  /// The word after the last word `in`.
  private static func lastName(in text: String) -> String? {
    let blank = UInt8(ascii: " ")
    var rest = text.utf8[...]
    var following: Substring.UTF8View?
    // The words from the last one on, each with the one that follows it.
    while true {
      let start = rest.lastIndex(of: blank).map(rest.index(after:)) ?? rest.startIndex
      let word = rest[start...]
      if word.elementsEqual("in".utf8) { return following.flatMap { String($0) } }
      guard start > rest.startIndex else { return nil }
      following = word
      rest = rest[..<rest.index(before: start)]
    }
  }

  private static func withoutNumbers(_ text: String) -> String {
    var shape: [UInt8] = []
    for byte in text.utf8 {
      if byte &- 0x30 > 9 { shape.append(byte) } else if shape.last != 0x23 { shape.append(0x23) }
    }
    return String(decoding: shape, as: UTF8.self)
  }
}

extension String {
  /// The position of the last blank that a word between blanks follows; nil if there is none.
  fileprivate func lastWord(_ word: String) -> Index? {
    let words = split(separator: " ", omittingEmptySubsequences: false)
    guard let place = words.lastIndex(where: { $0 == word }), place > 0 else { return nil }
    return words[place - 1].endIndex
  }
}

/// Function names, reduced to what distinguishes functions.
enum FunctionCore {
  /// A function's name without the affixes of compilers and the system call tables.
  static func core(_ name: String) -> String {
    var rest = name.utf8[...]
    if let dot = rest.firstIndex(of: UInt8(ascii: ".")), dot != rest.startIndex {
      rest = rest[..<dot]
    }
    if let bracket = rest.firstIndex(of: UInt8(ascii: "(")) { rest = rest[..<bracket] }
    if let prefix = callPrefixes.first(where: { name.utf8.span.starts(with: $0) }),
      rest.count > prefix.utf8CodeUnitCount
    {
      rest = rest.dropFirst(prefix.utf8CodeUnitCount)
    }
    return String(rest.drop { $0 == UInt8(ascii: "_") }) ?? name
  }

  /// Whether two such names mean one function, or a function and a part of it.
  static func match(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    let (short, long) = one.utf8.count < other.utf8.count ? (one, other) : (other, one)
    return short.utf8.count >= 8 && long.hasPrefix(short + "_")
  }

  private static let callPrefixes: [StaticString] = [
    "__x64_sys_", "__ia32_compat_sys_", "__ia32_sys_", "__arm64_sys_", "__se_compat_sys_",
    "__se_sys_", "__do_compat_sys_", "__do_sys_", "__sys_", "ksys_", "sys_", "SyS_", "SYSC_",
  ]
}
