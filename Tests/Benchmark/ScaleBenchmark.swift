import BisectionLog
import Exports
import Glibc
import JSON
import Reviews
import Screen
import Triage
import Workbench

/// Gives the program n, 4n and 16n of each thing that a log can have many of: each of them must cost the
/// same, whatever is done with the log.
struct ScaleBenchmark {
  /// How many there are of a thing at first.
  private static let count = 2_000
  /// How many times as much one of four times as many may cost.
  private static let budget = 1.5
  /// Below this the work is so little that the figures tell nothing.
  private static let shortest = Duration.milliseconds(4)

  func run() -> BenchmarkTable {
    var table = BenchmarkTable(
      "scale: \(Self.count), \(4 * Self.count) and \(16 * Self.count) of a thing, worst step a piece"
    )
    for kind in ManyOf.allCases where !kind.isManyLogs {
      let texts = [1, 4, 16].map { Array(kind.text($0 * Self.count).utf8) }
      measure(
        kind.rawValue, Self.works.map { work in texts.map { text in { work.run(text) } } }, &table)
    }
    measureProgram(&table)
    return table
  }

  /// Something that is done with a log.
  private struct Work: Sendable {
    let name: String
    let run: @Sendable (_ text: [UInt8]) -> Void
  }

  private static let works: [Work] =
    [
      Work(name: "show") {
        _ = analysed($0).plainText(width: 120, glyphs: .symbols, isFull: false)
      },
      Work(name: "show --full") {
        _ = analysed($0).plainText(width: 120, glyphs: .symbols, isFull: true)
      },
      Work(name: "show --json") { _ = analysed($0).json.text(.compact) },
      Work(name: "list") { _ = LogSummary(of: BisectionLog(parsing: $0)) },
      Work(name: "first content and keys") { firstContent(analysed($0)) },
    ]
    + ExportFormat.allCases.map { format in
      Work(name: "export \(format.rawValue)") { _ = analysed($0).export(as: format) }
    }

  private static func analysed(_ text: [UInt8]) -> AnalysedLog {
    let log = BisectionLog(parsing: text)
    return AnalysedLog(
      path: "log", digest: ContentDigest(of: text), log: log,
      guilt: log.crash.map { Guilt(of: $0, in: log.text) } ?? Guilt(),
      assessment: Assessment(of: log))
  }

  /// The workbench with the log: its first screen, and a key or two in each pane.
  private static func firstContent(_ log: AnalysedLog) {
    let opened = OpenedLog.opened(id: 0, log)
    guard let reviewer = Reviewer("benchmark") else { return }
    var model = Model(size: ScreenSize(rows: 40, columns: 120), subject: "logs", reviewer: reviewer)
    var drawn = model.draw(after: nil)
    func send(_ message: Message) {
      for effect in model.update(message) {
        if case .open = effect { _ = model.update(.opened(opened, id: 0)) }
      }
      drawn = model.draw(after: drawn)
    }
    send(.found([LogEntry(id: 0, path: "log")]))
    send(.settled([(0, .read(log.digest, opened.summary))]))
    send(.complete)
    for key in "2jG3jG4jG5jf]}6jG" { send(.input(.key(.character(key)))) }
  }

  private func measure(
    _ kind: String, _ works: [[() -> Void]], _ table: inout BenchmarkTable
  ) {
    var worst = (growth: 0.0, name: "")
    for (work, sizes) in zip(Self.works, works) {
      let growth = Self.growth(sizes)
      if growth > worst.growth { worst = (growth, work.name) }
    }
    table.add("\(kind): \(worst.name)", ratio: worst.growth, atMost: Self.budget)
  }

  /// How many times as much a piece costs where there are four times as many, the worse of two steps.
  private static func growth(_ works: [() -> Void]) -> Double {
    let times = works.enumerated().map { index, work in
      leastTime(runs: 8 - 2 * index, work)
    }
    return growth(of: times)
  }

  private static func growth(of times: [Duration]) -> Double {
    zip(times.dropFirst(), times).reduce(0) { worst, pair in
      pair.1 < Self.shortest ? worst : max(worst, ratio(pair.0, to: pair.1) / 4)
    }
  }

  /// What only the program does: mailboxes, filters, the configuration, decisions of others.
  private func measureProgram(_ table: inout BenchmarkTable) {
    let files = ScaledFiles()
    for (name, arguments) in [
      ("mails of a mailbox: list", files.mailbox), ("terms of a filter: list", files.filter),
      ("keys of a configuration: config", files.configuration),
      ("decisions: reviews import", files.decisions),
    ] as [(String, (Int) -> [String])] {
      let times = [1, 4, 16].map { factor in
        let arguments = arguments(factor)
        return leastTime(runs: 2) {
          files.removeStore()
          OtherPrograms.run(OtherPrograms.folder + "/bisectty", arguments)
        }
      }
      table.add(name, ratio: Self.growth(of: times), atMost: Self.budget)
    }
    files.removeStore()
    let million = files.decisions(100)
    table.add(
      "1,000,000 decisions: reviews import",
      leastTime(runs: 1) { OtherPrograms.run(OtherPrograms.folder + "/bisectty", million) })
  }
}
