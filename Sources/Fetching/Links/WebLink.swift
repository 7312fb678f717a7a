/// A link of the web that passed every check on its form: plain characters, http or https, no user
/// name or password.
package struct WebLink: Hashable, Sendable {
  /// The protocols that may be spoken; http only with this machine itself.
  package enum Scheme: String, Sendable {
    case https, http

    /// The port where a link names none.
    var port: Int { self == .https ? 443 : 80 }
  }

  /// The protocol.
  package let scheme: Scheme
  /// The host in small letters; an IPv6 address in brackets.
  package let host: String
  /// The port, also where the link leaves it out.
  package let port: Int
  /// Path and query, without the fragment; it begins with a slash.
  package let target: String

  /// The longest link that is taken, in bytes.
  package static let lengthLimit = 2_000

  /// Reads a whole link.
  package init(_ text: String) throws(LinkProblem) {
    guard (1...Self.lengthLimit).contains(text.utf8.count) else { throw .length }
    guard text.utf8.allSatisfy(Self.isPlain) else { throw .character }
    guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else {
      throw .notALink
    }
    let name = text[..<colon].lowercased()
    guard let scheme = Scheme(rawValue: name) else { throw .scheme(name) }
    let rest = text[text.index(colon, offsetBy: 3)...]
    let authority = rest.prefix { !"/?#".contains($0) }
    try self.init(scheme, authority: authority, target: rest[authority.endIndex...])
  }

  private init(
    _ scheme: Scheme, authority: Substring, target: Substring
  ) throws(LinkProblem) {
    guard !authority.contains("@") else { throw .credentials }
    let parts = try HostName.split(authority)
    let target = target.prefix { $0 != "#" }
    self.init(
      scheme: scheme, host: parts.host, port: parts.port ?? scheme.port,
      target: target.hasPrefix("/") ? String(target) : "/" + target)
    guard scheme == .https || isLoopback else { throw .plainHTTP }
  }

  private init(scheme: Scheme, host: String, port: Int, target: String) {
    self.scheme = scheme
    self.host = host
    self.port = port
    self.target = target
  }

  /// The link that a reference on this link's page leads to.
  package func resolving(_ reference: String) throws(LinkProblem) -> WebLink {
    if reference.hasPrefix("//") { return try WebLink("\(scheme.rawValue):\(reference)") }
    let first = reference.prefix { !"/?#".contains($0) }
    if first.contains(":") {
      guard reference.contains("://") else {
        throw .scheme(String(first.prefix { $0 != ":" }).lowercased())
      }
      return try WebLink(reference)
    }
    if reference.hasPrefix("/") { return try WebLink(origin + reference) }
    if reference.hasPrefix("?") { return try WebLink(origin + path + reference) }
    let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
    return try WebLink(origin + folder + reference)
  }

  /// The same host, with another path and query.
  func with(target: String) -> WebLink {
    WebLink(scheme: scheme, host: host, port: port, target: target)
  }

  /// The link as text.
  package var text: String { origin + target }

  /// Host and, where it is not the protocol's own, port.
  package var hostText: String { port == scheme.port ? host : "\(host):\(port)" }

  private var origin: String { "\(scheme.rawValue)://\(hostText)" }

  /// The path without the query.
  package var path: Substring { target.prefix { $0 != "?" } }

  /// The query's fields in their order, not decoded.
  var query: [(name: Substring, value: Substring)] {
    target.dropFirst(path.count + 1).split(separator: "&").map { field in
      let name = field.prefix { $0 != "=" }
      return (name, field[name.endIndex...].dropFirst())
    }
  }

  /// The value of a field of the query; nil if it is not there or empty.
  func queryValue(_ name: String) -> String? {
    query.first { $0.name == name && !$0.value.isEmpty }.map { String($0.value) }
  }

  /// Whether the host is this machine, by a name or address that nothing can lead elsewhere.
  package var isLoopback: Bool { HostName.isLoopback(host) }

  /// Visible ASCII without what no link contains.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !"\"<>\\^`{|}".utf8.contains(byte)
  }
}

/// Why a link is not asked for.
package enum LinkProblem: Error, Hashable, Sendable {
  case notALink
  case length
  case character
  case scheme(String)
  case credentials
  case host
  case plainHTTP
  case notAllowed(String)
  case unknownPage

  /// What is wrong and what to do, as one line without the link.
  package var message: String {
    switch self {
    case .notALink: "is no link, write it with https://"
    case .length: "is longer than \(WebLink.lengthLimit) bytes, it is not asked for"
    case .character: "holds characters that no link contains, it is not asked for"
    case .scheme(let name): "'\(name)' is not asked for, only https is"
    case .credentials: "holds a user name or password, remove it"
    case .host: "names no valid host, check the link"
    case .plainHTTP: "is not encrypted, use https"
    case .notAllowed(let host): "\(host) is not allowed, add --allow-host \(host) if you trust it"
    case .unknownPage:
      "is no bug, list, text or thread, name a link of the dashboard or of lore.kernel.org"
    }
  }
}
