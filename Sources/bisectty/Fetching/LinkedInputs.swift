import ChildProcess
import Fetching
import Inputs

/// Links among the arguments of the workbench: naming one is asking for what it leads to.
struct LinkedInputs {
  /// The hosts that may be asked.
  var allowed: AllowedHosts

  /// The paths with each link replaced by the files to look at first; they lie in the cache.
  func resolved(_ paths: [String]) throws -> [String] {
    guard paths.contains(where: \.isLink) else { return paths }
    return try paths.flatMap { path in path.isLink ? try files(linkedBy: path) : [path] }
  }

  private func files(linkedBy text: String) throws -> [String] {
    let link: WebLink
    do throws(LinkProblem) {
      link = try WebLink(text)
    } catch {
      throw CommandFailure(.usage, at: InputPath(text), error.message)
    }
    guard let cache = FetchCache.opened() else {
      throw CommandFailure(
        .inputOutputError, at: InputPath(text),
        "there is no folder to keep it in, use 'bisectty fetch' with --into")
    }
    let (cancellation, line) = (Cancellation(), ProgressLine())
    let signals = EndingSignals(cancelling: cancellation)
    var options = FetchOptions()
    options.allowed = allowed
    let files: [String]
    do throws(FetchEnd) {
      let run = try FetchRun(
        into: cache.casesPath, cache: cache, options: options, cancellation: cancellation
      ) { failure in
        line.clear()
        StandardError.write("\(failure.subject): \(failure.message)")
      }
      defer { line.clear() }
      try run.run([.link(link)]) { line.show($0) }
      files = run.results.flatMap(\.mainFiles).sorted()
    } catch {
      throw CommandFailure(error)
    }
    if cancellation.isCancelled { try EndingSignals.end() }
    signals.restore()
    guard !files.isEmpty else {
      throw CommandFailure(.noInput, at: InputPath(text), "brought no log and no report")
    }
    return files
  }
}
