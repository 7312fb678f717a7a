import BisectionLog
import Exports
import Reviews
import Triage

extension Model {
  /// Asks for the open log to be written to a file in some form.
  func export(as format: ExportFormat, turningSuspect: Bool) -> [Effect] {
    guard let opened else { return [] }
    var log = AnalysedLog(
      path: list.selectedEntry?.path ?? "", digest: opened.digest, log: opened.log,
      guilt: opened.guilt, assessment: opened.assessment,
      review: decisions.book.review(of: opened.digest),
      bugCase: shownCase)
    log.originalReport = opened.original.flatMap { original in
      original.log.crash.map { report in
        AnalysedReport(
          path: shownCase?.originalPath ?? log.path, digest: original.digest,
          text: original.log.text, format: original.log.format, report: report, title: nil)
      }
    }
    let change: ReplayChange? =
      turningSuspect ? meantSuspect.map { .turn(step: $0.step) } : nil
    let name = "bisectty-\(opened.digest.description.prefix(12)).\(format.fileEnding)"
    let text = log.export(as: format, replay: change)
    return format == .mail ? [.draft(name: name, text: text)] : [.write(name: name, text: text)]
  }
}

extension Menu {
  /// The forms a log can be written in.
  static func exports(hasSuspect: Bool) -> Menu {
    let forms: [(Character, String, ExportFormat, Bool)] = [
      ("m", "mail: an answer to the bisection's mail, opened in $EDITOR", .mail, false),
      ("d", "Markdown for an issue tracker", .markdown, false),
      ("x", "matrix of crashes by revision, as in 0day mails", .matrix, false),
      ("g", "git bisect log that git bisect replay takes", .gitBisect, false),
      (
        "t", "the same with the suspect step turned; the one selected in the timeline", .gitBisect,
        true
      ),
      ("h", "HTML page with timeline and stacks", .html, false),
    ]
    return Menu(
      title: "Write to a file in the present folder",
      choices: forms.filter { hasSuspect || !$0.3 }.map { key, text, format, turns in
        Choice(key: key, text: text, remark: "", result: .export(format, turningSuspect: turns))
      })
  }
}
