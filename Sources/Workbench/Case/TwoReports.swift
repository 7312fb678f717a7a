import BisectionLog
import Cases
import Exports
import Kernel
import Screen
import Triage

extension Model {
  /// The log whose crash report is in the stack pane: a text of its own where that is the original
  /// report, which the log does not hold.
  var reported: OpenedLog? { stack.showsLastReport ? opened : opened?.original ?? opened }

  /// Whether the stack pane shows the original report beside the log's own.
  var isOriginalShown: Bool { opened?.original != nil && !stack.showsLastReport }

  /// What names the report in the stack pane; nil if there is only one.
  var reportName: String? {
    opened?.original == nil ? nil : stack.showsLastReport ? "last report" : "original report"
  }

  /// The log whose report holds the frame that is meant.
  var meantReport: OpenedLog? { desk.focus == .rawText ? opened : reported }

  /// The commit that the frames of a report were seen at.
  func commit(of report: OpenedLog) -> Revision? {
    guard let opened, report !== opened else { return report.log.reportRevision }
    // A bisection begins with the crash that was reported.
    return opened.log.steps.isEmpty ? nil : opened.log.revision(ofStep: 0)
  }

  /// Shows the other one of two reports.
  mutating func switchReport() -> [Effect] {
    guard opened?.original != nil else {
      status = Status("Only the log's own report is here; C shows where the original is", .dim)
      return []
    }
    showReport(last: !stack.showsLastReport)
    status = reportName.map { Status("This is the \($0)", .notice) }
    return focus(on: .stack)
  }

  /// Shows one of two reports from its guilty frame on.
  mutating func showReport(last: Bool) {
    guard opened?.original != nil, stack.showsLastReport != last else { return }
    closeRegisters()
    stack.showsLastReport = last
    stack.revealed = []
    stack.nextCandidate = 0
    desk.states[.stack] = PaneState()
    refold()
    goToGuiltyRow()
  }

  /// Moves the stack pane's cursor to the most relevant row of its report.
  mutating func goToGuiltyRow() {
    guard let guilt = reported?.guilt else { return }
    let first = guilt.candidates.first
    if let place = first.map({ Guilt.FramePlace(stack: $0.stack, frame: $0.frame) }) ?? guilt.frame
    {
      goToRow(of: place)
    } else if stack.rows.count > 1 {
      desk.states[.stack, default: PaneState()].cursor = 1
    }
  }

  /// Goes to a line (from 1) of the report in the stack pane: in the raw text where the log holds it.
  mutating func go(toReportLine line: Int) {
    guard isOriginalShown, let original = reported else { return go(toLine: line) }
    let part = BugCase.Part(kind: .report, path: shownCase?.originalPath)
    read(Reader(PartText(part: part, bytes: original.log.source.bytes)))
    let height = layout?.interior(of: .rawText)?.height ?? 20
    desk.states[.rawText, default: PaneState()].cursor = max(0, line - 1)
    desk.states[.rawText, default: PaneState()].top = max(0, line - 1 - height / 3)
  }

  /// The line (from 1) of the report that the stack pane's row represents.
  var reportLine: Int? {
    guard let row = stackRow, let stack = row.stack else { return nil }
    let value = reported?.log.crash?.stacks[stack]
    if let place = row.place { return value?.frames[place.frame].logLine }
    return value?.line
  }

  /// Adds the original report to the opened log.
  mutating func takeOriginal(_ bytes: [UInt8], log: Int) {
    guard let opened, opened.id == log, opened.original == nil,
      let whole = opened.adding(originalReport: bytes)
    else { return }
    selection.opened = whole
    stack.showsLastReport = false
    desk.states[.stack] = PaneState()
    refold()
    goToGuiltyRow()
  }
}

extension BugCase {
  /// The file with the report of the crash that was bisected; nil if it is not available.
  package var originalPath: String? {
    parts.lazy.filter { $0.kind == .report && $0.url != nil }.compactMap(\.path).first
  }
}

extension OpenedLog {
  /// The same log with the report of the crash that was bisected; nil if the text holds none.
  func adding(originalReport bytes: [UInt8]) -> OpenedLog? {
    guard let original = OpenedLog(originalReport: bytes, of: self),
      let report = original.log.crash
    else { return nil }
    var facts = CaseFacts(of: bugCase)
    facts.originalReport = .init(
      report: report, text: original.log.text,
      title: bugCase?.bug.title ?? original.log.string(report.title)
        ?? original.guilt.derivedTitle)
    return OpenedLog(
      id: id, digest: digest, log: log, assessment: Assessment(of: log, with: facts), guilt: guilt,
      bugCase: bugCase, original: original)
  }

  private convenience init?(originalReport bytes: [UInt8], of log: OpenedLog) {
    let report = BisectionLog(parsing: bytes)
    guard let crash = report.crash, !crash.stacks.isEmpty else { return nil }
    self.init(
      id: log.id, digest: log.digest, log: report, assessment: Assessment(of: report),
      guilt: Guilt(of: crash, in: report.text), culpritFiles: log.culpritFiles)
  }
}
