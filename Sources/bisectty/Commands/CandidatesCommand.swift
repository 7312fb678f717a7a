import ArgumentParser
import BisectionLog
import Exports
import Glibc
import Inputs
import JSON
import Kernel
import KernelTree
import Triage

/// `bisectty candidates PATH --kernel DIR`: the commits of a range, ranked by the evidence of a
/// crash.
struct CandidatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "candidates",
    abstract: "Rank the commits that may be to blame instead.",
    discussion: """
      The range is the one that the log's first suspect step left out, or the one that --range names: \
      a crash report alone needs it. Files, functions and words of the crash are compared with those of \
      each commit; nothing is tested.
      """)

  @Argument(help: "A log, mail or crash report, or '-' for standard input.", completion: .file())
  var path: String

  @Option(help: "The crash's title, if it is known and the report does not show it.")
  var title: String?

  @Option(
    help: ArgumentHelp("A kernel's git repository; else $BISECTTY_KERNEL.", valueName: "folder"),
    completion: .directory)
  var kernel: String?

  @Option(help: ArgumentHelp("The commits to rank, as A..B.", valueName: "range"))
  var range: String?

  @Option(help: "How many commits to print.")
  var limit = 20

  @Flag(help: "Print them as one JSON object.")
  var json = false

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit needs a number above 0") }
  }

  func run() throws {
    let input = InputPath(argument: path)
    let tree = try openTree()
    let log = try analysedOrReport(input)
    let wanted = try ends(of: log, at: input, in: tree)
    showProgress("reading the commits \(wanted.from.prefix(12))..\(wanted.to.prefix(12))")
    let (count, ranked) = try inKernel { () throws(KernelProblem) in
      try tree.candidates(for: log.crash, from: wanted.from, to: wanted.to) {
        showProgress("ranking \($0) commits")
      }
    }
    showProgress("")
    let found = CandidateList(
      path: path, title: log.crash.title, from: wanted.from, to: wanted.to, count: count,
      candidates: Array(ranked.prefix(limit)))
    StandardOutput.shared.write(
      json ? found.json.text(.indented) + [0x0A] : Array(found.plainText(outputWidth()).utf8))
  }

  private func openTree() throws(CommandFailure) -> KernelTree {
    let folder = kernel ?? getenv("BISECTTY_KERNEL").map { String(cString: $0) }
    do throws(KernelProblem) {
      if let folder, !folder.isEmpty { return try KernelTree(opening: folder) }
    } catch {
      throw CommandFailure(.noInput, "\(folder ?? ""): \(error.sentence)")
    }
    if let tree = KernelTree.enclosing(".") { return tree }
    throw CommandFailure(
      .usage, "the commits are read from a kernel's repository, name it with --kernel")
  }

  /// A log or report, and the crash to go by: the original report where it is available, else the
  /// one at the log's end.
  private struct Subject {
    var log: BisectionLog?
    var suspects: [SuspectStep] = []
    var crash: RangedCrash
  }

  private func analysedOrReport(_ path: InputPath) throws(CommandFailure) -> Subject {
    guard let read = try? ReadLog(reading: path) else {
      let document = try ArrivedInput(reading: path).documents[0]
      let report = CrashReport(parsing: document.log.text)
      guard report.headline != nil || !report.stacks.isEmpty else {
        throw CommandFailure(.notALog, at: path, "holds no log and no crash report")
      }
      let guilt = Guilt(of: report, in: document.log.text, title: title)
      return Subject(
        crash: RangedCrash(
          title: title ?? guilt.derivedTitle, report: report, guilt: guilt,
          text: document.log.text))
    }
    let analysed = read.analysed()
    let log = analysed.log
    let suspects = analysed.assessment.suspects
    if let original = analysed.originalReport {
      return Subject(
        log: log, suspects: suspects,
        crash: RangedCrash(
          title: title ?? original.title, report: original.report, guilt: original.guilt,
          text: original.text))
    }
    let own = title ?? log.string(log.originalTitle ?? log.crash?.title)
    let guilt = log.crash.map { Guilt(of: $0, in: log.text, title: title) } ?? analysed.guilt
    return Subject(
      log: log, suspects: suspects,
      crash: RangedCrash(
        title: own ?? guilt.derivedTitle, report: log.crash, guilt: guilt, text: log.text))
  }

  private func ends(
    of subject: Subject, at path: InputPath, in tree: KernelTree
  ) throws(CommandFailure) -> (from: String, to: String) {
    if let range {
      return try inKernel { () throws(KernelProblem) in try tree.range(range) }
    }
    let left = subject.log.flatMap { log in
      subject.suspects.lazy.compactMap { LeftOutRange(turning: $0, in: log) }.first
    }
    guard let left else {
      throw CommandFailure(
        .usage, at: path, "names no range of commits, give one with --range A..B")
    }
    return try inKernel { () throws(KernelProblem) in try tree.range("\(left.from)..\(left.to)") }
  }

  private func inKernel<Value>(
    _ body: () throws(KernelProblem) -> Value
  ) throws(CommandFailure) -> Value {
    do throws(KernelProblem) {
      return try body()
    } catch {
      throw CommandFailure(.wanting, error.sentence)
    }
  }

  private func showProgress(_ text: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    let line = "\r\u{1B}[K" + (text.isEmpty ? "" : "bisectty: \(text) ...")
    _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }
}
