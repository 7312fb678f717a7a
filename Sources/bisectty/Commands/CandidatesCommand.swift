import ArgumentParser
import BisectionLog
import Exports
import Glibc
import Inputs
import JSON
import Kernel
import KernelTree
import Triage

/// `bisectty candidates PATH --kernel DIR`: the commits of a range, ranked by what a crash says.
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

  @Option(help: "The crash's title, where it is known and the report does not tell it.")
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
    let commits = try inKernel {
      () throws(KernelProblem) in try tree.detailedCommits(from: wanted.from, to: wanted.to)
    }
    showProgress("ranking \(commits.count) commits")
    let profile = profile(of: log, in: tree, at: wanted.to)
    let ranking = CandidateRanking(of: commits.map(RangeCommit.init(detailed:)), for: profile)
    showProgress("")
    let best = ranking.candidates.prefix(limit)
    let found = CandidateList(
      path: path, title: title ?? log.title, from: wanted.from, to: wanted.to, count: commits.count,
      candidates: Array(best))
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

  /// The crash to go by: the original report where it is at hand, else the one at the log's end.
  private struct Crash {
    var log: BisectionLog?
    var suspects: [SuspectStep] = []
    var report: CrashReport?
    var text: SourceText
    var guilt: Guilt
    var title: String?
  }

  private func analysedOrReport(_ path: InputPath) throws(CommandFailure) -> Crash {
    guard let read = try? ReadLog(reading: path) else {
      let document = try ArrivedInput(reading: path).documents[0]
      let report = CrashReport(parsing: document.log.text)
      guard report.headline != nil || !report.stacks.isEmpty else {
        throw CommandFailure(.notALog, at: path, "holds no log and no crash report")
      }
      let guilt = Guilt(of: report, in: document.log.text, title: title)
      return Crash(
        report: report, text: document.log.text, guilt: guilt, title: title ?? guilt.derivedTitle)
    }
    let analysed = read.analysed()
    let log = analysed.log
    let suspects = analysed.assessment.suspects
    if let original = analysed.originalReport {
      return Crash(
        log: log, suspects: suspects, report: original.report, text: original.text,
        guilt: original.guilt, title: original.title)
    }
    let own = title ?? log.string(log.originalTitle ?? log.crash?.title)
    let guilt = log.crash.map { Guilt(of: $0, in: log.text, title: title) } ?? analysed.guilt
    return Crash(
      log: log, suspects: suspects, report: log.crash, text: log.text, guilt: guilt,
      title: own ?? guilt.derivedTitle)
  }

  private func ends(
    of crash: Crash, at path: InputPath, in tree: KernelTree
  ) throws(CommandFailure) -> (from: String, to: String) {
    if let range {
      return try inKernel { () throws(KernelProblem) in try tree.range(range) }
    }
    let left = crash.log.flatMap { log in
      crash.suspects.lazy.compactMap { LeftOutRange(turning: $0, in: log) }.first
    }
    guard let left else {
      throw CommandFailure(
        .usage, at: path, "tells no range of commits, name one with --range A..B")
    }
    return try inKernel { () throws(KernelProblem) in try tree.range("\(left.from)..\(left.to)") }
  }

  /// What the crash says; where no report tells the file, the repository finds the title's function.
  private func profile(of crash: Crash, in tree: KernelTree, at commit: String) -> CrashProfile {
    var file: String?
    if crash.guilt.file == nil, let function = crash.title.flatMap(Self.function) {
      file = (try? tree.filesDefining(function, at: commit))?.first
    }
    return CrashProfile(
      title: title ?? crash.title, report: crash.report, guilt: crash.guilt, in: crash.text,
      file: file)
  }

  private static func function(inTitle title: String) -> String? {
    title.split(separator: " ").last.map { String($0) }
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

extension RangeCommit {
  fileprivate init(detailed commit: DetailedCommit) {
    self.init(
      hash: commit.hash, title: commit.title, message: commit.message, author: commit.author,
      date: commit.date, files: commit.files)
  }
}
