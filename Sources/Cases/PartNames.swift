extension BugCase.Part {
  /// What it is, in a few words.
  package var name: String {
    switch kind {
    case .bisectionLog: "bisection log"
    case .report: "original report"
    case .finalReport: "last report"
    case .console: isOfBisection ? "console output of the last crash" : "console output"
    case .config: "kernel config"
    case .syzReproducer: "syz reproducer"
    case .cReproducer: "C reproducer"
    case .patch: "patch"
    case .asset: "asset"
    }
  }

  /// The host that has it, with its port where the link names one; nil if there is no link.
  package var host: String? { url.flatMap { BugCase.host(of: $0) } }
}

extension BugCase.Mail {
  /// The name of who wrote it, or the address where there is no name.
  package var sender: String {
    let name = from.prefix { $0 != "<" }.filter { $0 != "\"" }
    let words = name.split(separator: " ").joined(separator: " ")
    return words.isEmpty ? from : words
  }
}

extension BugCase {
  /// The host of a link, with its port where the link names one; nil if it is not a link.
  package static func host(of link: String) -> String? {
    guard let start = link.firstRange(of: "://")?.upperBound else { return nil }
    let host = link[start...].prefix { !"/?#".contains($0) }
    return host.isEmpty ? nil : host.lowercased()
  }
}
