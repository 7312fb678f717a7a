import Cases
import Inputs

/// The bugs that mails tell of, with the links in their fields.
struct FetchedMails {
  /// One for each mail that tells of a bug.
  let cases: [BugCase]

  /// Reads a mail, a mailbox, or plain text.
  init(_ bytes: [UInt8]) {
    let bytes = (try? Input(path: InputPath("mails"), raw: bytes))?.bytes ?? bytes
    cases = Self.messages(bytes).compactMap(Self.bugCase)
  }

  private static func messages(_ bytes: [UInt8]) -> [[Substring]] {
    let text = String(decoding: bytes, as: UTF8.self)
    var messages: [[Substring]] = [[]]
    var isAfterBlank = true
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if isAfterBlank, line.hasPrefix("From ") { messages.append([]) }
      messages[messages.count - 1].append(line)
      isAfterBlank = line.isEmpty
    }
    return messages
  }

  private static let fields: [(name: String, kind: BugCase.Part.Kind)] = [
    ("bisection log:", .bisectionLog), ("final oops:", .finalReport),
    ("console output:", .console), ("console+strace:", .console), ("kernel config:", .config),
    ("syz repro:", .syzReproducer), ("C reproducer:", .cReproducer), ("patch:", .patch),
  ]

  private static func bugCase(_ lines: [Substring]) -> BugCase? {
    var result = BugCase()
    for line in joined(lines) {
      if line.hasPrefix("dashboard link:"), result.bug.link == nil {
        result.bug.link = value(line, "dashboard link:")
      }
      if line.hasPrefix("Subject:"), result.bug.title == nil {
        result.bug.title = line.lastIndex(of: "]").map {
          String(line[$0...].dropFirst().drop { $0 == " " })
        }
      }
      for (name, kind) in fields where line.hasPrefix(name) {
        let url = value(line, name)
        if !url.isEmpty { result.parts.append(BugCase.Part(kind: kind, url: url)) }
      }
    }
    return result.bug.link == nil && result.parts.isEmpty ? nil : result
  }

  /// Lines with quoted-printable breaks undone, where there are any.
  private static func joined(_ lines: [Substring]) -> [String] {
    let isQuoted = lines.prefix(200).contains {
      $0.lowercased().hasPrefix("content-transfer-encoding: quoted-printable")
    }
    guard isQuoted else { return lines.map(String.init) }
    var result: [String] = []
    var open = ""
    for line in lines {
      if line.hasSuffix("=") {
        open += line.dropLast()
      } else {
        let whole = (open + line).split(separator: "=3D", omittingEmptySubsequences: false)
        result.append(whole.joined(separator: "="))
        open = ""
      }
    }
    return result
  }

  private static func value(_ line: String, _ name: String) -> String {
    let rest = line.dropFirst(name.count).drop { $0 == " " || $0 == "\t" }
    let link = rest.hasPrefix("[OBSOLETE] ") ? rest.dropFirst(11) : rest
    return String(link.reversed().drop { $0 == " " }.reversed())
  }
}
