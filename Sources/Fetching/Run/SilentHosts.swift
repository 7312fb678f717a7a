/// Hosts that took no request for a while, so that thousands of links do not wait for them in turn.
struct SilentHosts {
  /// The hosts that are asked for nothing more.
  var givenUp: [String] { failures.filter { $0.value >= Self.limit }.keys.sorted() }

  /// Failures in a row, by host.
  private var failures: [String: Int] = [:]

  /// How many in a row are enough.
  private static let limit = 16

  /// Whether a host is asked for nothing more.
  func isGivenUp(_ host: String) -> Bool { failures[host, default: 0] >= Self.limit }

  /// Records how a request ended; returns whether its host is given up from now on.
  mutating func hasBegun(with ended: RequestQueue.Ended) -> Bool {
    let host = ended.link.hostText
    guard !isGivenUp(host) else { return false }
    switch ended.result {
    case .failure(.silent), .failure(.unknownHost), .failure(.notConnected):
      failures[host, default: 0] += 1
    default: failures[host] = 0
    }
    return isGivenUp(host)
  }
}
