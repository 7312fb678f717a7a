/// The forms in which others read a log.
package enum ExportFormat: String, Sendable, CaseIterable {
  /// A plain-text reply to the report, at most 75 columns wide.
  case mail
  /// Markdown for an issue tracker.
  case markdown
  /// Counts of every title in every revision, as the 0day robot sends them.
  case matrix
  /// A log that `git bisect replay` replays.
  case gitBisect = "git-bisect"
  /// One page that needs no other file.
  case html
}

extension AnalysedLog {
  /// The log in one of the forms, with a line end at its end.
  ///
  /// Whatever the log holds stays data: no form contains an escape sequence, a mark-up, a command or
  /// a mail header that comes from the log's text.
  package func export(as format: ExportFormat, replay change: ReplayChange? = nil) -> String {
    switch format {
    case .mail: mail
    case .markdown: markdown
    case .matrix: matrix
    case .gitBisect: gitReplay(change)
    case .html: html
    }
  }
}
