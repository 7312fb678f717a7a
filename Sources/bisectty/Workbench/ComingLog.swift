import Workbench

/// The log that was asked for and is not on the screen yet.
enum ComingLog {
  /// It is read; its turn comes behind the frame that answers the key.
  case ready(OpenedLog)
  /// It is being read; until a moment the panes keep what they show, which nobody notices.
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
