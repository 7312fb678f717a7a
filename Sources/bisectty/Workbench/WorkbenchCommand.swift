import ArgumentParser
import Fetching
import Glibc
import Inputs
import ReviewStore
import Reviews
import Screen
import Terminal
import Workbench

/// `bisectty [PATH ...]`: the workbench.
struct WorkbenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workbench",
    abstract: "Browse logs in panes (also without the subcommand's name).")

  @Argument(
    help: "Files, directories, links to bugs, or '-' for standard input.", completion: .file())
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("Ask this host as well, for links.", valueName: "host[:port]"))
  var allowHost: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      A kernel's git repository, bare or not: sources at the tested commit, commits, later fixes, \
      and frames in the editor (else $BISECTTY_KERNEL, else the configuration, else the present folder).
      """,
      valueName: "dir"),
    completion: .directory)
  var kernel: String?

  @Flag(help: "Begin a new session instead of where the same logs were left the last time.")
  var fresh = false

  @Flag(help: "Keep no decision beyond this session.")
  var noStore = false

  @OptionGroup var keeping: KeepingArguments
  @OptionGroup var file: ConfigurationArguments

  func run() throws {
    guard isatty(STDOUT_FILENO) == 1 else {
      throw CommandFailure(
        .usage, "standard output is no terminal, use 'bisectty show' or 'bisectty list'")
    }
    let allowed = try AllowedHosts(allowing: allowHost)
    let inputs = try self.inputs(LinkedInputs(allowed: allowed))
    let file = try file.load()
    let reviewer = try keeping.pendingReviewer()
    let loader = LogLoader()
    loader.startFollowing(inputs)
    // The store is opened while the first log is read.
    let store =
      noStore
      ? nil : try keeping.openStore(orElse: "; or --no-store continues without keeping decisions")
    if case .none(let failures) = loader.waitForALog() { throw refusal(failures, among: inputs) }
    try MainActor.assumeIsolated { try show(inputs, loader, file, reviewer.wait(), store) }
    if let failures = loader.failures { throw refusal(failures, among: inputs) }
  }

  private func inputs(_ links: LinkedInputs) throws -> [InputPath] {
    if !paths.isEmpty { return InputPath.all(in: try links.resolved(paths)) }
    guard isatty(STDIN_FILENO) == 0 else {
      throw CommandFailure(.usage, "nothing to open, name a log or a directory of logs")
    }
    return [.standardInput]
  }

  /// Reports why no log could be read; the last failure ends the program.
  private func refusal(_ failures: [CommandFailure], among inputs: [InputPath]) -> CommandFailure {
    guard let last = failures.last else {
      return CommandFailure(
        .noInput, at: inputs.first, "holds no file, name a directory with bisection logs")
    }
    for failure in failures.dropLast().prefix(19) {
      if let line = failure.line { StandardError.write(line) }
    }
    return last
  }

  @MainActor
  private func show(
    _ inputs: [InputPath], _ loader: LogLoader, _ file: ConfigurationFile,
    _ reviewer: Reviewer, _ store: ReviewStore?
  ) throws {
    let terminal = try openTerminal(crashNotesBeside: store?.path)
    let recorder = recorder(store, reviewer, waking: terminal.waker)
    defer { terminal.shutDown() }
    let capabilities = terminal.capabilities
    var model = file.model(
      subject: inputs.map(\.text).joined(separator: " "), reviewer: recorder.reviewer,
      size: terminal.size, capabilities: capabilities, kernel: kernelFolder)
    model.decisions.storeProblem = noStore ? "started with --no-store" : nil
    if !model.settings.isMouseOn { terminal.setMouse(enabled: false) }
    let sessions = file.configuration.options.session ? SessionRecorder(inputs) : nil
    sessions?.prepare(&model, isFresh: fresh)
    loader.connect(terminal.waker)
    let options = file.configuration.options
    // A variable goes before the file, as everywhere.
    let variable = { name in environment(name) ?? options.programs[name] }
    let kernelService = KernelService()
    kernelService.connect(terminal.waker)
    kernelService.start(model.settings.kernelDirectory)
    let parts = PartFetcher()
    parts.connect(terminal.waker)
    let loop = RunLoop(
      model: model, device: terminal, loader: loader, recorder: recorder,
      editor: Editor(environment: variable), pager: Pager(environment: variable),
      copier: CopyProgram(environment: variable), kernel: kernelService, parts: parts,
      sessions: sessions)
    let signal = loop.run()
    kernelService.stop()
    parts.finish()
    if let log = loop.model.opened?.log { keepToTheEnd(log) }
    if let signal { terminal.end(bySignal: signal) }
  }

  @MainActor
  private func recorder(
    _ store: ReviewStore?, _ reviewer: Reviewer, waking waker: Waker
  ) -> any ReviewRecorder {
    guard let store else { return InMemoryReviewRecorder(reviewer: reviewer) }
    let recorder = StoreReviewRecorder(store: store, reviewer: reviewer)
    recorder.connect(waker)
    return recorder
  }

  /// The kernel that was asked for; the configuration may name another.
  private var kernelFolder: String? {
    kernel ?? environment("BISECTTY_KERNEL").flatMap { $0.isEmpty ? nil : $0 }
  }

  @MainActor
  private func openTerminal(crashNotesBeside store: String?) throws -> Terminal {
    let folder = store.flatMap { path in path.lastIndex(of: "/").map { path[...$0] } }
    let options = TerminalOptions(
      crashNotePath: folder.map { "\($0)crash-\(getpid()).txt" },
      crashNoteTitle: "bisectty \(Bisectty.configuration.version)")
    do throws(TerminalError) {
      return try Terminal(options: options)
    } catch {
      throw CommandFailure(.usage, "\(error)")
    }
  }
}
