/// A mail as it arrived, decoded.
package struct ArrivedMail: Sendable {
  /// The decoded headers that the program uses, each in one line; "" where one is missing.
  package var subject = ""
  /// The decoded `From`.
  package var from = ""
  /// The decoded `To` and `Cc`, as they are in the headers.
  package var recipients: [String] = []
  /// `Message-ID` and `In-Reply-To` without brackets; nil if they are missing.
  package var messageID: String?
  /// What it answers.
  package var inReplyTo: String?
  /// The messages that led to it, without brackets.
  package var references: [String] = []
  /// The `Date` as it is in the mail.
  package var date: String?
  /// The line of the input, from 1, at which it begins.
  package var line = 1
  /// Its texts, the body first, attachments and forwarded mails after it, in order.
  package var texts: [Text] = []

  /// A text in a mail.
  package struct Text: Sendable {
    /// The name of the attachment, without folders; nil for a body.
    package var name: String?
    /// The decoded and unpacked text, UTF-8.
    package var bytes: [UInt8]
  }

  /// How many parts of one mail are looked at, how deep they may be nested, and how many mails of one
  /// mailbox are read.
  static let mostParts = 400
  static let deepest = 24
  package static let mostMails = 200_000
}

extension ArrivedMail {
  /// Whether bytes are a mail or a mailbox, by the headers that they begin with.
  package static func isOne(_ bytes: [UInt8]) -> Bool {
    var known = 0
    var names = 0
    var line = bytes.prefix(16_384)[...]
    if line.starts(with: Array("From ".utf8)) {
      guard let end = line.firstIndex(of: 0x0A) else { return false }
      line = line[(end + 1)...]
    }
    while let end = line.firstIndex(of: 0x0A) {
      let header = line[line.startIndex..<end]
      line = line[(end + 1)...]
      guard let first = header.first, header != [0x0D] else { break }
      if first == 0x20 || first == 0x09 {
        if names == 0 { return false }
        continue
      }
      guard let colon = header.firstIndex(of: UInt8(ascii: ":")), colon > header.startIndex,
        header[header.startIndex..<colon].allSatisfy(isOfHeaderName)
      else { return names >= 3 && known >= 3 }
      names += 1
      let name = String(decoding: header[header.startIndex..<colon], as: UTF8.self).lowercased()
      if telling.contains(name) { known += 1 }
    }
    return known >= 2
  }

  private static let telling: Set<String> = [
    "from", "to", "cc", "subject", "date", "message-id", "mime-version", "received", "return-path",
    "delivered-to", "content-type", "in-reply-to", "references", "reply-to", "sender", "list-id",
    "content-transfer-encoding",
  ]

  private static func isOfHeaderName(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
