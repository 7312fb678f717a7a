import ArgumentParser
import Fetching
import Inputs

extension FetchCache {
  /// The person's cache; nil, with a message, if there can be none.
  static func opened() -> FetchCache? {
    guard let base = UserFolder.cache.base(environment) else { return nil }
    do throws(CacheProblem) {
      return try FetchCache(below: base)
    } catch {
      StandardError.write(error.line)
      return nil
    }
  }
}

extension String {
  /// Whether it begins like a link of any protocol.
  var isLink: Bool {
    let name = prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+.-".contains($0)) }
    return name.first?.isLetter == true && self[name.endIndex...].hasPrefix("://")
  }
}

extension CommandFailure {
  /// What stopped a fetch.
  init(_ end: FetchEnd) {
    switch end {
    case .noCurl: self.init(.inputOutputError, RequestProblem.noCurl.message)
    case .folderInUse(let path):
      self.init(
        .inputOutputError, at: InputPath(path),
        "another fetch writes into it, wait for it or name another folder")
    case .storage(let problem):
      self.init(.inputOutputError, at: InputPath(problem.path), problem.message)
    }
  }
}

extension AllowedHosts {
  /// The usual hosts and those of `--allow-host`.
  init(allowing hosts: [String]) throws {
    self = .standard
    for host in hosts {
      do throws(LinkProblem) {
        try allow(host)
      } catch {
        throw ValidationError("--allow-host takes HOST or HOST:PORT, not '\(host)'")
      }
    }
  }
}
