/// The hosts that may be asked, each with its port.
package struct AllowedHosts: Sendable, Equatable {
  /// A host, and the port that it was allowed with.
  private struct Entry: Hashable {
    var host: String
    /// nil is the protocol's default port.
    var port: Int?
  }

  private var entries: Set<Entry>

  /// The two hosts that the field lives on.
  package static let standard = AllowedHosts(entries: [
    Entry(host: "syzkaller.appspot.com", port: nil), Entry(host: "lore.kernel.org", port: nil),
  ])

  /// No host.
  package static let none = AllowedHosts(entries: [])

  private init(entries: Set<Entry>) { self.entries = entries }

  /// Allows one more host, written as `HOST` or `HOST:PORT`.
  package mutating func allow(_ text: String) throws(LinkProblem) {
    let parts = try HostName.split(text[...])
    entries.insert(Entry(host: parts.host, port: parts.port))
  }

  /// Whether a link may be asked for.
  package func contains(_ link: WebLink) -> Bool {
    entries.contains(Entry(host: link.host, port: link.port))
      || link.port == link.scheme.port && entries.contains(Entry(host: link.host, port: nil))
  }

  /// The link, if it may be asked for.
  func checked(_ link: WebLink) throws(LinkProblem) -> WebLink {
    guard contains(link) else { throw .notAllowed(link.hostText) }
    return link
  }
}

/// Names and addresses of hosts.
enum HostName {
  /// Parses `HOST` or `HOST:PORT`; the host in lower case.
  static func split(_ text: Substring) throws(LinkProblem) -> (host: String, port: Int?) {
    let isAddress = text.hasPrefix("[")
    let end =
      isAddress ? text.firstIndex(of: "]").map { text.index(after: $0) } : text.firstIndex(of: ":")
    if isAddress, end == nil { throw .host }
    let host = text[..<(end ?? text.endIndex)].lowercased()
    guard isValid(host) else { throw .host }
    let rest = text[(end ?? text.endIndex)...]
    guard !rest.isEmpty else { return (host, nil) }
    let digits = rest.dropFirst()
    guard rest.first == ":", (1...5).contains(digits.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(digits),
      (1...65_535).contains(port)
    else { throw .host }
    return (host, port)
  }

  /// Whether a host is this machine: `localhost`, 127.0.0.0/8 in full, `[::1]`.
  static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { part in UInt8(part).map { String($0) == part } ?? false }
  }

  private static func isValid(_ host: String) -> Bool {
    guard (1...253).contains(host.utf8.count) else { return false }
    if host.hasPrefix("[") {
      let address = host.dropFirst().dropLast()
      return !address.isEmpty && address.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    return host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      (1...63).contains(label.utf8.count) && label.first != "-"
        && label.utf8.allSatisfy { byte in
          byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
        }
    }
  }
}
