import BisectionLog
import Cases
import Kernel
import Reviews
import Screen

/// Everything that can happen to the workbench.
package enum Message: Sendable {
  /// Something came in from the terminal.
  case input(InputEvent)
  /// Files were found.
  case found([LogEntry])
  /// The results of reading some files.
  case settled([(id: Int, state: LogEntry.State)])
  /// All files are found and read.
  case complete
  /// The files of some logs were written, and their writers have closed them.
  case changed([Int])
  /// The files of some logs are no longer there.
  case gone([Int])
  /// The system lost count of what changes in the folders.
  case changesMissed
  /// The folders were searched again.
  case reloaded(FolderFindings)
  /// The selected log takes a while to read; this is its beginning.
  case beginning(LogPreview)
  /// The selected log was read; nil if it could not be.
  case opened(OpenedLog?, id: Int)
  /// Decisions that are on disk now; `own` is true if they were requested here.
  case recorded([ReviewEvent], own: Bool)
  /// A decision could not be kept, and why, in one line.
  case notRecorded(String)
  /// What a search through all logs found in some more files, some of which may be gone by now.
  case hits(
    [SearchHit], pattern: String, files: Int, unreadable: Int = 0, isComplete: Bool)
  /// What is known of the kernel's repository.
  case kernel(KernelNews)
  /// What became of a request for parts of a log's case.
  case parts(PartNews, log: Int)
  /// A file that was asked for has a place in the list.
  case listed(LogEntry, isNew: Bool)
  /// Something was done, or failed, outside.
  case report(Status)
}

/// What the workbench asks of the outside; plain values, carried out by the program.
package enum Effect: Hashable, Sendable {
  /// Read a log whole.
  case open(id: Int)
  /// Make logs ready that are likely to be opened next, the likeliest first.
  case prefetch([Int])
  /// Read some logs again for the list.
  case reread([Int])
  /// Search the folders again for what is new, changed or gone.
  case reload
  /// Search the text of all logs.
  case searchEverywhere(String)
  /// Cancel the search through all logs.
  case stopSearching
  /// Keep a decision; it counts once ``Message/recorded(_:own:)`` comes back.
  case record(ReviewRequest)
  /// Open a file in the editor at a line (from 1).
  case edit(path: String, line: Int)
  /// Ask the kernel's repository what the user waits for.
  case ask(KernelQuestion)
  /// Ask it these beside; what was asked so before and is not answered yet is not wanted any more.
  case lookUp([KernelQuestion])
  /// Rank the commits that a wrong verdict left out.
  case rank(CandidateRequest)
  /// Cancel the ranking.
  case stopRanking
  /// Get parts of a case.
  case get(PartRequest)
  /// Cancel the running fetch.
  case stopGetting
  /// Read the text of a part that is available.
  case readPart(BugCase.Part)
  /// Read the original report of a log.
  case readOriginal(path: String, log: Int)
  /// Open a file as a log or report of its own.
  case openFile(path: String)
  /// Show a text, with its control characters, in the pager.
  case page([UInt8])
  /// Copy a text to the clipboard.
  case copy(String, what: String)
  /// Write a text to a new file in the present folder.
  case write(name: String, text: String)
  /// Write a draft of a mail to a new file in the present folder, and open it in the editor.
  case draft(name: String, text: String)
  /// Listen to the mouse, or not.
  case mouse(Bool)
  /// Draw everything anew.
  case redraw
  /// Stop until the shell brings the program back.
  case suspend
  /// End.
  case quit
}
