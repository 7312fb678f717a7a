import ChildProcess

/// How much one request may take.
package struct RequestLimits: Sendable {
  /// Bytes of one answer.
  package var bytes: Int
  /// Seconds from the first to the last byte.
  package var seconds: Int
  /// Seconds without a byte after which a host counts as silent.
  package var silentSeconds: Int

  /// Limits; the defaults are 32 MiB, five minutes and half a minute.
  package init(bytes: Int = 32 << 20, seconds: Int = 300, silentSeconds: Int = 30) {
    self.bytes = bytes
    self.seconds = seconds
    self.silentSeconds = silentSeconds
  }
}

/// The validators by which a server knows whether a page has changed since it was fetched.
package struct Validators: Sendable, Equatable {
  /// The page's `ETag`.
  package var etag: String?
  /// The page's `Last-Modified`.
  package var lastModified: String?

  /// Headers that ask for the page only if it has changed.
  var requestHeaders: [String] {
    [
      etag.flatMap(Self.safe).map { "If-None-Match: " + $0 },
      lastModified.flatMap(Self.safe).map { "If-Modified-Since: " + $0 },
    ].compactMap { $0 }
  }

  /// A value that is one short header line of plain text.
  private static func safe(_ value: String) -> String? {
    (1...200).contains(value.utf8.count) && value.utf8.allSatisfy { (0x20...0x7E).contains($0) }
      ? value : nil
  }
}

/// The call of `curl` for one request.
///
/// It follows no redirect, reads no file of the user's and sends
/// neither cookies nor credentials.
struct CurlCommand {
  var link: WebLink
  var validators = Validators()
  var limits: RequestLimits

  /// The program's arguments; `--disable` must be the first to keep ~/.curlrc out.
  var arguments: [String] {
    var arguments = [
      "--disable", "--silent", "--show-error", "--globoff", "--path-as-is", "--include",
      "--proto", "=" + link.scheme.rawValue, "--no-location", "--max-redirs", "0", "--no-netrc",
      "--suppress-connect-headers", "--user-agent", "bisectty",
      "--connect-timeout", String(limits.silentSeconds), "--max-time", String(limits.seconds),
      "--speed-limit", "1", "--speed-time", String(limits.silentSeconds),
      "--max-filesize", String(limits.bytes),
    ]
    // A packed file is kept as it is.
    if !link.path.hasSuffix(".gz") { arguments.append("--compressed") }
    // A connection to this machine must not go through the user's proxy.
    if link.isLoopback { arguments += ["--noproxy", "*"] }
    for header in validators.requestHeaders { arguments += ["--header", header] }
    return arguments + ["--url", link.text]
  }

  /// Room for the lines before the body.
  private static let headRoom = 1 << 19

  /// Asks and waits for the answer.
  func run(cancellation: Cancellation?) throws(RequestProblem) -> Response {
    let command = ChildCommand(
      "curl", arguments, environment: ChildEnvironment.current.setting(["LC_ALL": "C"]))
    let childLimits = ChildLimits(
      outputBytes: limits.bytes + Self.headRoom, milliseconds: (limits.seconds + 10) * 1_000)
    let output: ChildOutput
    do throws(ChildProblem) {
      output = try command.run(limits: childLimits, cancellation: cancellation)
    } catch {
      throw RequestProblem(error, limits: limits)
    }
    guard output.status == 0 else { throw RequestProblem(output, limits: limits) }
    guard let response = Response(output.output) else { throw .notHTTP }
    guard response.body.count <= limits.bytes else { throw .tooLarge(limits.bytes) }
    return response
  }
}
