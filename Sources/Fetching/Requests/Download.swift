import ChildProcess

/// One link to ask for, within the rules.
struct Download: Sendable {
  var link: WebLink
  var validators = Validators()
  var allowed: AllowedHosts
  var limits: RequestLimits

  private static let redirectLimit = 5

  /// What came of a download.
  enum Answer: Sendable, Equatable {
    case body([UInt8], Validators)
    /// The page is as it was when it was fetched last.
    case unchanged
  }

  /// Asks, follows redirects within the allowed hosts, and gives the page.
  func run(cancellation: Cancellation?) throws(RequestProblem) -> Answer {
    var command = CurlCommand(link: link, validators: validators, limits: limits)
    do throws(LinkProblem) { _ = try allowed.checked(link) } catch { throw .link(error) }
    for _ in 0...Self.redirectLimit {
      let response = try command.run(cancellation: cancellation)
      switch response.status {
      case 200: return .body(response.body, response.validators)
      case 304 where validators != Validators(): return .unchanged
      case 301, 302, 303, 307, 308:
        guard let place = response.field("location") else { throw .status(response.status) }
        do throws(LinkProblem) {
          command.link = try allowed.checked(command.link.resolving(place))
        } catch {
          throw .redirect(to: place, error)
        }
      default: throw .status(response.status)
      }
    }
    throw .tooManyRedirects
  }
}
