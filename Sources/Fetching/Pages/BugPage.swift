import Cases

/// What the dashboard's page of a bug contains and its JSON does not: the logs of the bisections,
/// their report, and the address for answers.
struct BugPage: Sendable, Equatable {
  /// The logs, and the reports at their ends.
  var parts: [PageLink] = []
  /// The bug's identifier in mails.
  var id: String?
  /// The address in `Reported-by:`.
  var replyTo: String?

  init(_ bytes: [UInt8]) {
    var isBisection = false
    for piece in HTMLLinks(bytes).pieces {
      switch piece {
      case .text(let text):
        takeAddress(text)
        // A section ends where the next one or the table of crashes begins.
        let small = text.lowercased()
        if small.contains("bisection:") || small.contains("bisection ") {
          isBisection = true
        } else if small.contains("crashes (") || small.contains("discussions (") {
          isBisection = false
        }
      case .link(let reference, let text):
        if text.lowercased() == "bisect log" {
          parts.append(PageLink(kind: .part(.bisectionLog), reference: reference))
          isBisection = true
        } else if isBisection, Self.isReport(reference) {
          parts.append(PageLink(kind: .part(.finalReport), reference: reference))
          isBisection = false
        }
      }
    }
  }

  private static func isReport(_ reference: String) -> Bool {
    reference.contains("/x/report.txt?") || reference.contains("tag=CrashReport")
  }

  /// Finds `syzbot+E@HOST`.
  private mutating func takeAddress(_ text: String) {
    guard id == nil, let range = text.firstRange(of: "syzbot+") else { return }
    let name = text[range.upperBound...].prefix(while: \.isHexDigit)
    let rest = text[name.endIndex...]
    guard (1...64).contains(name.count), rest.first == "@" else { return }
    let host = rest.dropFirst().prefix { character in
      character.isASCII && (character.isLetter || character.isNumber || ".-".contains(character))
    }
    id = String(name)
    replyTo = host.isEmpty ? nil : "syzbot+\(name)@\(host)"
  }
}
