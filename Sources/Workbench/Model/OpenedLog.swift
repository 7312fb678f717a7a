import BisectionLog
import Cases
import Exports
import Reviews
import Triage

/// The selected log, whole, with everything its panes are made of.
package final class OpenedLog: Sendable {
  /// The id of its entry.
  package let id: Int
  /// What its review is kept under.
  package let digest: ContentDigest
  /// The values.
  package let log: BisectionLog
  /// How far its culprit can be trusted.
  package let assessment: Assessment
  /// What its crash report points at.
  package let guilt: Guilt
  /// The bug that it belongs to; nil if it is unknown.
  package let bugCase: BugCase?
  /// The report of the crash that was bisected, which the log does not hold; nil if it is not
  /// available.
  let original: OpenedLog?
  /// The letter and family of each crash title.
  package let families: [String: TitleFamilies.Member]
  /// The rows of the timeline.
  package let timeline: [TimelineRow]
  /// The rows of the culprit pane.
  package let card: Card
  /// The rows of the stack pane while generic frames are folded and nothing else was asked for.
  let foldedRows: StackRows
  /// The paths that the culprit changes.
  let culpritFiles: CulpritPaths

  /// How many columns the run strips of the timeline take: the longest, up to twenty.
  let stripWidth: Int
  /// How many columns the stage labels of the timeline take; release tags can be long.
  let labelWidth: Int
  /// The words that git's verdicts were given in.
  let verdictTerms: VerdictTerms
  /// How many columns the widest function with its offset and the widest place of a frame take.
  let frameWidths: (name: Int, place: Int)
  /// The most revisions that were left after any step; nil if no step shows it.
  let mostRemaining: Int?

  /// Prepares a log for the panes.
  init(
    id: Int, digest: ContentDigest, log: BisectionLog, assessment: Assessment, guilt: Guilt,
    bugCase: BugCase? = nil, original: OpenedLog? = nil, culpritFiles files: CulpritPaths? = nil
  ) {
    self.bugCase = bugCase
    self.original = original
    self.id = id
    self.digest = digest
    self.log = log
    self.assessment = assessment
    self.guilt = guilt
    families = Dictionary(
      assessment.families.members.map { ($0.title, $0) }, uniquingKeysWith: { first, _ in first })
    stripWidth = min(
      20, max(4, log.steps.map { $0.allRuns ? $0.runCount ?? 1 : $0.runs.count }.max() ?? 0))
    mostRemaining = log.steps.compactMap(\.remaining).max()
    verdictTerms = VerdictTerms(of: log)
    let files = files ?? CulpritPaths(of: log)
    culpritFiles = files
    timeline = TimelineRow.rows(of: log, assessment: assessment)
    let labels = timeline.map { row in
      if case .step(_, let label) = row { label.count } else { 0 }
    }
    labelWidth = min(14, max(8, labels.max() ?? 0))
    frameWidths = Self.frameWidths(of: log.crash, in: log.text)
    card =
      CardBuilder(log: log, assessment: assessment, touched: files.firstFrames(in: log)).card
    foldedRows = StackFolding(log: log, guilt: guilt, files: files).rows(folding: true)
  }

  /// Prepares a log for the panes, with what is known of its case.
  package convenience init(
    id: Int, digest: ContentDigest, log: BisectionLog, assessment: Assessment, guilt: Guilt,
    bugCase: BugCase? = nil
  ) {
    self.init(
      id: id, digest: digest, log: log, assessment: assessment, guilt: guilt, bugCase: bugCase,
      original: nil)
  }

  /// Prepares a log that was read and judged, with the original report where that is available.
  package static func opened(
    id: Int, _ log: AnalysedLog, originalReport: [UInt8]? = nil
  ) -> OpenedLog {
    let opened = OpenedLog(
      id: id, digest: log.digest, log: log.log, assessment: log.assessment, guilt: log.guilt,
      bugCase: log.bugCase)
    return originalReport.flatMap(opened.adding) ?? opened
  }

  /// What a list shows of it.
  package var summary: LogSummary { LogSummary(log, assessment: assessment, guilt: guilt) }

  /// The widths of a report's leading frames; names and paths are ASCII, a byte a column.
  private static func frameWidths(
    of report: CrashReport?, in text: SourceText
  ) -> (name: Int, place: Int) {
    var widest = (name: 0, place: 0)
    for frame in report?.leadingStacks.lazy.flatMap(\.frames) ?? [] {
      let offset = frame.offset.map { 3 + String($0, radix: 16).utf8.count } ?? 0
      widest.name = max(widest.name, frame.readableLength(in: text) + offset)
      let line = frame.line.map { 1 + String($0).utf8.count } ?? 0
      widest.place = max(widest.place, Int(frame.file?.count ?? 0) + line)
    }
    return widest
  }

  /// The timeline row of a step; nil if there is none.
  package func timelineRow(ofStep step: Int) -> Int? {
    timeline.firstIndex { $0.step == step }
  }
}
