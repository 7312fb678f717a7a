import BisectionLog
import Inputs
import Workbench

/// A log that is ready to be shown, as long as its file is as it was.
struct PrefetchedLog {
  var log: OpenedLog
  var stamp: FileStamp

  /// How many logs are kept ready: what is around the one shown.
  static let limit = 6
  /// The longest log that is kept ready, in bytes.
  static let byteLimit = 1 << 20
}

extension LoadingState {
  /// Whether a log is made ready to be shown as it is read.
  ///
  /// The first one is: it is what a person sees first.
  func prefetches(_ job: Job) -> Bool {
    switch job.purpose {
    case .show, .prefetch: true
    case .list: readableCount == 0 || wanted == job.id
    case .relist: wanted == job.id
    }
  }

  /// Adds a log to the prefetched ones; the oldest is dropped beyond the limit.
  mutating func keepPrefetched(_ log: OpenedLog, _ stamp: FileStamp) {
    ready.removeAll { $0.log.id == log.id }
    guard ready.isEmpty || log.log.source.bytes.count <= PrefetchedLog.byteLimit else { return }
    ready.append(PrefetchedLog(log: log, stamp: stamp))
    if ready.count > PrefetchedLog.limit { ready.removeFirst() }
  }

  /// A log that is ready to be shown; nil if it has to be read.
  mutating func takePrefetched(_ id: Int) -> OpenedLog? {
    guard let place = ready.firstIndex(where: { $0.log.id == id }) else { return nil }
    let log = ready.remove(at: place)
    guard let path = files[id], FileStamp(of: path) == log.stamp else { return nil }
    if log.log.log.source.bytes.count <= PrefetchedLog.byteLimit { ready.append(log) }
    return log.log
  }
}
