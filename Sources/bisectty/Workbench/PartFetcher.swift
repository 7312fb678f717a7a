import Cases
import ChildProcess
import Dispatch
import Fetching
import Inputs
import Screen
import Synchronization
import Workbench

/// Gets and reads the parts of cases beside the run loop.
final class PartFetcher: Sendable {
  private struct State {
    var messages: [Message] = []
    var waker = Waker {}
    var cancellation = Cancellation()
  }

  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "case.parts", attributes: .concurrent)
  private let underway = DispatchGroup()

  /// The largest part that is read to be shown, in bytes.
  private static let readLimit = 64 << 20

  /// Wakes a run loop whenever there is news.
  func connect(_ waker: Waker) { state.withLock { $0.waker = waker } }

  /// All messages since the last call.
  func messages() -> [Message] {
    state.withLock { state in
      defer { state.messages = [] }
      return state.messages
    }
  }

  /// Gets parts of a case; they go into the folder that the log lies in, if that is a fetched one,
  /// else into the cache.
  func get(_ request: PartRequest, of bugCase: BugCase, besides log: String) {
    let cancellation = Cancellation()
    state.withLock { $0.cancellation = cancellation }
    queue.async(group: underway) { [self] in
      let tally = FailureTally()
      do throws(CommandFailure) {
        let result = try run(request, bugCase, log, cancellation) { failure in
          tally.count += 1
          self.tell(.failed("\(failure.subject): \(failure.message)"), request.log)
        }
        end(request.log, result.bugCase, got: result.got, failed: tally.count, cancellation)
      } catch {
        tell(.failed(error.line ?? ""), request.log)
        end(request.log, nil, got: 0, failed: 1, cancellation)
      }
    }
  }

  /// Cancels the running fetch.
  func stop() { state.withLock { $0.cancellation.cancel() } }

  /// Gives up, and waits a moment for it, when the program ends.
  func finish() {
    stop()
    _ = underway.wait(timeout: .now() + .milliseconds(1_500))
  }

  /// Reads a part that is available.
  func read(_ part: BugCase.Part, log: Int) {
    guard let path = part.path else { return }
    queue.async(group: underway) { [self] in
      let limits = InputLimits(file: Self.readLimit, unpacked: Self.readLimit)
      do throws(InputError) {
        let bytes = try Input.read(InputPath(path), limits: limits).bytes
        tell(.read(PartText(part: part, bytes: bytes)), log)
      } catch {
        let line = CommandFailure(error).line ?? ""
        tell(.report(Status(line, .error)))
      }
    }
  }

  /// Reads the original report of a log; failures are not reported, as nobody asked for it.
  func readOriginal(_ path: String, log: Int) {
    queue.async(group: underway) { [self] in
      let limits = InputLimits(file: Self.readLimit, unpacked: Self.readLimit)
      if let bytes = try? Input.read(InputPath(path), limits: limits).bytes {
        tell(.original(bytes), log)
      }
    }
  }

  private func run(
    _ request: PartRequest, _ bugCase: BugCase, _ log: String, _ cancellation: Cancellation,
    tell failed: @escaping (FetchFailure) -> Void
  ) throws(CommandFailure) -> (bugCase: BugCase?, got: Int) {
    let cache = UserFolder.cache.base(environment).flatMap { try? FetchCache(below: $0) }
    guard let folder = FetchedFolder(around: log)?.parent ?? cache?.casesPath else {
      throw CommandFailure(.inputOutputError, "there is no folder to keep it in")
    }
    do throws(FetchEnd) {
      let run = try FetchRun(
        into: folder, cache: cache, options: FetchOptions(asking: request.hosts),
        cancellation: cancellation, tell: failed)
      try run.run([request.source(bugCase)]) { progress in
        let (got, bytes, open) = (progress.got + progress.available, progress.bytes, progress.open)
        tell(.progress(got: got, bytes: bytes, open: open), request.log)
      }
      return (run.results.first?.bugCase, run.progress.got + run.progress.available)
    } catch {
      throw CommandFailure(error)
    }
  }

  private func end(
    _ log: Int, _ bugCase: BugCase?, got: Int, failed: Int, _ cancellation: Cancellation
  ) {
    let isCancelled = cancellation.isCancelled
    tell(.ended(bugCase, got: got, failed: failed, isCancelled: isCancelled), log)
  }

  private func tell(_ news: PartNews, _ log: Int) { tell(.parts(news, log: log)) }

  private func tell(_ message: Message) {
    let waker = state.withLock { state in
      state.messages.append(message)
      return state.waker
    }
    waker.wake()
  }
}

/// How many links failed; used on one thread.
private final class FailureTally {
  var count = 0
}

extension FetchOptions {
  /// Options that allow some hosts and no others.
  fileprivate init(asking hosts: [String]) {
    self.init()
    allowed = .none
    // A host that is none is refused when its links are read.
    for host in hosts { try? allowed.allow(host) }
  }
}

extension PartRequest {
  /// What is to be fetched of a case.
  fileprivate func source(_ bugCase: BugCase) -> FetchSource {
    guard let links else { return .bug(bugCase) }
    var wanted = bugCase
    wanted.parts = bugCase.parts.filter { part in part.url.map(links.contains) ?? false }
    return .parts(wanted)
  }
}
