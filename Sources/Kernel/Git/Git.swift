import ChildProcess
import Kernel

/// The system's git, run so that neither the repository nor the surroundings make it do more than
/// read.
struct Git: Sendable {
  /// The program, looked for in `PATH`.
  var program = "git"
  /// The repository's own folder; nil to look for one from `folder` upwards.
  var repository: String?
  /// Where to look for a repository.
  var folder = "/"
  /// The variables to start from.
  var environment = ChildEnvironment.current

  /// Settings of a repository that would start programs or change what is printed.
  ///
  /// What starts programs beside these is switched off where it could matter: changes are shown
  /// with `--no-ext-diff --no-textconv`, and no protocol may fetch.
  private static let settings = [
    "core.fsmonitor=false", "core.hooksPath=/dev/null", "core.quotePath=false",
    "core.attributesFile=/dev/null", "log.showSignature=false", "log.mailmap=false",
    "color.ui=false", "i18n.logOutputEncoding=UTF-8",
  ]

  /// The surroundings without anything that could point git elsewhere.
  private var safeEnvironment: ChildEnvironment {
    environment.removing(prefix: "GIT_").setting([
      "GIT_ALLOW_PROTOCOL": "", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0",
      "GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1", "GIT_NO_REPLACE_OBJECTS": "1",
      "GIT_PAGER": "cat", "LC_ALL": "C",
    ])
  }

  /// Runs git and returns its output, with any exit status.
  ///
  /// - Parameter start: the folder it starts in; the default has no attributes of its own, so that
  ///   no file of a work tree has a say.
  func run(
    _ arguments: [String], input: [UInt8] = [], start: String = "/",
    limits: ChildLimits = ChildLimits(), cancellation: Cancellation?
  ) throws(KernelProblem) -> ChildOutput {
    var all = repository.map { ["--git-dir", $0] } ?? ["-C", folder]
    all += ["--no-pager"] + Self.settings.flatMap { ["-c", $0] } + arguments
    let command = ChildCommand(
      program, all, directory: repository == nil ? nil : start, environment: safeEnvironment,
      input: input)
    do {
      return try command.run(limits: limits, cancellation: cancellation)
    } catch {
      throw KernelProblem(error)
    }
  }

  /// Runs git and returns its output if it succeeded.
  func succeed(
    _ arguments: [String], limits: ChildLimits = ChildLimits(), cancellation: Cancellation?
  ) throws(KernelProblem) -> [UInt8] {
    let output = try run(arguments, limits: limits, cancellation: cancellation)
    guard output.status == 0 else { throw .failed(reason: output.reason) }
    return output.output
  }
}

extension KernelProblem {
  /// A program that did not come to its end.
  init(_ problem: ChildProblem) {
    switch problem {
    case .notStarted: self = .noGit(reason: problem.reason)
    case .timedOut(let milliseconds): self = .timedOut(seconds: milliseconds / 1_000)
    case .tooMuchOutput(let bytes): self = .tooLong(bytes: bytes)
    case .cancelled: self = .cancelled
    case .killed: self = .failed(reason: problem.reason)
    }
  }
}

extension ChildOutput {
  /// Git's error message, without its `fatal: `.
  var reason: String {
    let lines = errors.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    if let fatal = lines.first(where: { $0.hasPrefix("fatal: ") }) {
      return String(fatal.dropFirst(7))
    }
    return lines.first ?? "exit status \(status)"
  }
}
