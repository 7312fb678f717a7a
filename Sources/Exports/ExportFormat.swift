/// The forms in which others read a log.
package enum ExportFormat: String, Sendable, CaseIterable {
  /// An answer to the mail that named the culprit: a draft with its headers.
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
  /// The log's text remains data: no form contains an escape sequence, markup, a command or a mail
  /// header that comes from it.
  package func export(as format: ExportFormat, replay change: ReplayChange? = nil) -> String {
    switch format {
    case .mail: mailAnswer.text
    case .markdown: markdown
    case .matrix: matrix
    case .gitBisect: gitReplay(change)
    case .html: html
    }
  }
}

extension ExportFormat {
  /// The file name extension of the form.
  package var fileEnding: String {
    switch self {
    case .mail: "mail.txt"
    case .markdown: "md"
    case .matrix: "matrix.txt"
    case .gitBisect: "bisect.log"
    case .html: "html"
    }
  }
}
