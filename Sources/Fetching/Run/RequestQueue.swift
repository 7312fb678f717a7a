import CSpawn
import ChildProcess
import Glibc
import Synchronization

/// Requests that run at the same time, few with one host, each on a thread of its own.
final class RequestQueue {
  /// A request that has ended.
  struct Ended: Sendable {
    var link: WebLink
    var result: Result<Download.Answer, RequestProblem>
  }

  private let cancellation: Cancellation
  private let ended = EndedRequests()
  private var hosts: [String: Host] = [:]
  private var runningCount = 0
  private var waitingCount = 0

  /// What is asked of one host.
  private struct Host {
    var waiting: [Download] = []
    /// The index of the next one in `waiting`.
    var next = 0
    var running = 0

    mutating func take() -> Download? {
      guard next < waiting.count else {
        (waiting, next) = ([], 0)
        return nil
      }
      defer { next += 1 }
      return waiting[next]
    }
  }

  /// How many requests run with one host, and in all.
  private static let hostLimit = 4
  private static let limit = 16

  init(cancellation: Cancellation) { self.cancellation = cancellation }

  /// Requests that have not ended.
  var count: Int { waitingCount + runningCount }

  /// Adds a request; it starts when its turn comes.
  func add(_ download: Download) {
    waitingCount += 1
    hosts[download.link.hostText, default: Host()].waiting.append(download)
  }

  /// Waits for the next request to end; nil if none is left.
  func next() -> Ended? {
    startWhatMay()
    guard runningCount > 0 else { return nil }
    let request = ended.take()
    hosts[request.host, default: Host()].running -= 1
    runningCount -= 1
    return request.ended
  }

  /// Stops all requests to a host and returns the ones not sent yet.
  func forget(_ name: String) -> [WebLink] {
    var links: [WebLink] = []
    while let download = hosts[name, default: Host()].take() { links.append(download.link) }
    waitingCount -= links.count
    return links
  }

  /// Ends what runs, and starts nothing more.
  func stop() {
    cancellation.cancel()
    while next() != nil {}
  }

  private func startWhatMay() {
    guard !cancellation.isCancelled else { return }
    for name in hosts.keys.sorted() {
      while runningCount < Self.limit, hosts[name, default: Host()].running < Self.hostLimit,
        let download = hosts[name, default: Host()].take()
      {
        waitingCount -= 1
        hosts[name, default: Host()].running += 1
        start(download)
      }
    }
  }

  private func start(_ download: Download) {
    runningCount += 1
    let (ended, cancellation) = (ended, cancellation)
    let work: @Sendable () -> Void = {
      let result: Result<Download.Answer, RequestProblem>
      do throws(RequestProblem) {
        result = .success(try download.run(cancellation: cancellation))
      } catch {
        result = .failure(error)
      }
      ended.put(.init(link: download.link, result: result), host: download.link.hostText)
    }
    if let thread = Worker.start(work) { pthread_detach(thread) } else { work() }
  }
}

/// Where threads leave what they got.
private final class EndedRequests: Sendable {
  private let requests = Mutex<[(ended: RequestQueue.Ended, host: String)]>([])
  /// Counts those that nobody has taken.
  private let descriptor = eventfd(0, event_file_flags)

  deinit { close(descriptor) }

  func put(_ request: RequestQueue.Ended, host: String) {
    requests.withLock { $0.append((request, host)) }
    eventfd_write(descriptor, 1)
  }

  /// Waits for one and removes it.
  func take() -> (ended: RequestQueue.Ended, host: String) {
    while true {
      if let first = requests.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) { return first }
      var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      poll(&entry, 1, -1)
      var count: eventfd_t = 0
      eventfd_read(descriptor, &count)
    }
  }
}
