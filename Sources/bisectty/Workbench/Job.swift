import BisectionLog
import Exports
import Inputs
import Triage
import Workbench

/// A file to read, to show it in the list or to open it.
struct Job {
  var id: Int
  var path: InputPath
  var purpose = Purpose.list

  /// Whether the list is to show it.
  var isListed: Bool { purpose == .list || purpose == .relist }

  /// What becomes of what is read.
  enum Purpose {
    /// The list shows it.
    case list
    /// The list shows it anew, for the file has changed.
    case relist
    /// A person wants to see it.
    case show
    /// A person is likely to want to see it next.
    case prefetch
  }
}

/// What a log is made into for whom it was read.
struct MadeLog {
  /// The log as panes show it; nil if nobody is to see it.
  let opened: OpenedLog?
  /// What the list shows of it; nil if it has it already.
  let listed: LogEntry.State?

  /// Concludes only what is needed: the list shows less about a log than its panes.
  init(_ read: ReadLog, for job: Job, isShown: Bool) {
    let opened = isShown ? OpenedLog.opened(id: job.id, read) : nil
    self.opened = opened
    listed = job.isListed ? .read(read.digest, opened?.summary ?? LogSummary(of: read.log)) : nil
  }
}

extension OpenedLog {
  /// Concludes everything about a log that was read, with the original report where that is
  /// available.
  fileprivate static func opened(id: Int, _ read: ReadLog) -> OpenedLog {
    let log = read.analysed()
    // A text without steps is a report itself.
    let original = log.log.steps.isEmpty ? nil : log.originalReport
    return opened(id: id, log, originalReport: original?.text.bytes)
  }
}
