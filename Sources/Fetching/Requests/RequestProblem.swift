import ChildProcess
import Glibc

/// Why a request brought nothing.
package enum RequestProblem: Error, Hashable, Sendable {
  /// The program that speaks with servers is not installed.
  case noCurl
  case cancelled
  case link(LinkProblem)
  case redirect(to: String, LinkProblem)
  case tooManyRedirects
  case status(Int)
  case tooLarge(Int)
  case silent(seconds: Int)
  case unknownHost
  case notConnected
  case notSecure
  case certificate
  case cutShort
  case notHTTP
  case other(String)

  init(_ problem: ChildProblem, limits: RequestLimits) {
    self =
      switch problem {
      case .notStarted(ENOENT): .noCurl
      case .cancelled: .cancelled
      case .tooMuchOutput: .tooLarge(limits.bytes)
      case .timedOut: .silent(seconds: limits.seconds)
      case .notStarted, .killed: .other("curl: \(problem.reason)")
      }
  }

  /// The meaning of curl's exit status, by curl(1).
  init(_ output: ChildOutput, limits: RequestLimits) {
    self =
      switch output.status {
      case 6: .unknownHost
      case 7: .notConnected
      case 18, 52, 55, 56, 92: .cutShort
      case 28: .silent(seconds: min(limits.silentSeconds, limits.seconds))
      case 63: .tooLarge(limits.bytes)
      case 35: .notSecure
      case 51, 60, 77, 83, 90, 91: .certificate
      case 1: .notHTTP
      default: .other(Self.words(output))
      }
  }

  /// The first line of curl's standard error without its name and number.
  private static func words(_ output: ChildOutput) -> String {
    let line = output.firstError ?? "curl ended with status \(output.status)"
    guard line.hasPrefix("curl: ("), let end = line.firstIndex(of: ")") else { return line }
    return String(line[line.index(after: end)...].drop { $0 == " " })
  }

  /// What is wrong and what to do, as one line without the link.
  package var message: String {
    switch self {
    case .noCurl: "curl is not installed, install it (on Debian: apt install curl)"
    case .cancelled: "was cancelled, run it again for the rest"
    case .link(let problem): problem.message
    case .redirect(let place, let problem): "leads to \(place.prefix(200)): \(problem.message)"
    case .tooManyRedirects: "leads in circles, open it in a browser"
    case .status(let code): Self.message(status: code)
    case .tooLarge(let limit): "is larger than \(Self.size(limit)), allow more with --max-size"
    case .silent(let seconds): "sent nothing for too long (\(seconds) s), try again later"
    case .unknownHost: "the host's address cannot be found, check the network"
    case .notConnected: "the host takes no connection, check the network or try again later"
    case .notSecure: "the host takes no secure connection, check the link"
    case .certificate: "the host cannot prove who it is (certificate), nothing was read"
    case .cutShort: "the answer ended midway, try again"
    case .notHTTP: "the server does not speak HTTP, check the link"
    case .other(let words): "\(words), try again later"
    }
  }

  private static func message(status: Int) -> String {
    switch status {
    case 401, 403: "the server refuses it (\(status)), open it in a browser"
    case 404, 410: "is not there (\(status)), check the link"
    case 429: "the server asks for a pause (429), run it again later"
    default: "the server answers with status \(status), try again later"
    }
  }

  private static func size(_ bytes: Int) -> String {
    bytes % (1 << 20) == 0 ? "\(bytes >> 20) MiB" : "\(bytes) bytes"
  }
}
