import Workbench

/// The requested log that is not on the screen yet.
enum PendingLog {
  /// It is read and is shown after the frame that answers the key.
  case ready(OpenedLog)
  /// It is being read; until the deadline the panes keep their content.
  case awaited(id: Int, until: ContinuousClock.Instant)

  /// The id of its entry.
  var id: Int {
    switch self {
    case .ready(let log): log.id
    case .awaited(let id, _): id
    }
  }

  /// The log, where it is read.
  var ready: OpenedLog? {
    if case .ready(let log) = self { log } else { nil }
  }
}
