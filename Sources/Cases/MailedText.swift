/// The text of one mail, for reading what it states about a bug.
package struct MailedText: Sendable {
  /// The mail's headers.
  package var mail: BugCase.Mail
  /// The lines of its body, without quoted ones removed.
  package var lines: [Substring]

  /// A mail with its body.
  package init(mail: BugCase.Mail, body: [UInt8]) {
    self.mail = mail
    // A body may be a log of hundreds of megabytes; the facts about the bug are at its beginning.
    let text = String(decoding: body.prefix(1 << 20), as: UTF8.self)
    lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }

  /// The value of a field such as `dashboard link:`; nil if no line has it.
  func field(_ name: String) -> String? {
    for line in lines where line.hasPrefix(name) {
      let value = line.dropFirst(name.count).trimmedBlanks
      if !value.isEmpty { return String(value) }
    }
    return nil
  }

  /// The links of a field, in order; what precedes a link, as `[OBSOLETE]`, is left out.
  func links(_ name: String) -> [String] {
    lines.filter { $0.hasPrefix(name) }.compactMap { line in
      let words = line.dropFirst(name.count).split { $0.isWhitespace || $0 == "<" || $0 == ">" }
      return words.first { $0.contains("://") }.map(String.init)
    }
  }
}

extension Substring {
  /// Without blanks and tabs at both ends.
  var trimmedBlanks: Substring {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" }
    var text = drop(while: isBlank)
    while let last = text.last, isBlank(last) { text.removeLast() }
    return text
  }

  /// The hexadecimal digits that it begins with, where they are a hash of 7 to 40 digits.
  var leadingHash: String? {
    let digits = prefix { $0.isHexDigit && !$0.isUppercase }
    return (7...40).contains(digits.count) ? String(digits) : nil
  }
}
