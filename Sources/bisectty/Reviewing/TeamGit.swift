import ChildProcess

/// The system's git in a team's repository: nothing in the surroundings points it elsewhere, and
/// nothing in the repository makes it start programs.
struct TeamGit: Sendable {
  /// The folder of the repository.
  var folder: String
  /// The committer if git has no name.
  var committer: String

  /// What a user's own settings may not change.
  private static let settings = [
    "core.fsmonitor=false", "core.hooksPath=/dev/null", "core.quotePath=false", "color.ui=false",
    "gc.auto=0", "maintenance.auto=false", "fetch.recurseSubmodules=false",
    "push.recurseSubmodules=no", "submodule.recurse=false",
  ]
  /// How a person's git reaches the team and signs commits.
  private static let kept: Set<String> = [
    "GIT_SSH", "GIT_SSH_COMMAND", "GIT_ASKPASS", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM",
    "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL",
  ]

  /// Runs git and returns its output, without the last line end.
  ///
  /// - Throws: ``TeamGitFailure`` if it cannot be run or does not succeed.
  @discardableResult
  func run(_ arguments: [String]) throws(TeamGitFailure) -> String {
    let environment = ChildEnvironment.current.removing(prefix: "GIT_", except: Self.kept).setting([
      "GIT_ALLOW_PROTOCOL": "file:git:http:https:ssh", "GIT_TERMINAL_PROMPT": "0",
      "GIT_LITERAL_PATHSPECS": "1", "GIT_NO_REPLACE_OBJECTS": "1", "GIT_EDITOR": "true",
      "GIT_PAGER": "cat", "LC_ALL": "C",
    ])
    let settings = Self.settings.flatMap { ["-c", $0] }
    // The folder is not an argument, so that its name cannot be an option.
    let command = ChildCommand(
      "git", ["--no-pager"] + settings + arguments, directory: folder, environment: environment)
    let output: ChildOutput
    do {
      output = try command.run(limits: ChildLimits(milliseconds: 120_000))
    } catch {
      throw TeamGitFailure(reason: error.reason)
    }
    guard output.status == 0 else { throw TeamGitFailure(output) }
    let text = String(decoding: output.output, as: UTF8.self)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// What git prints; nil if it does not succeed.
  func answer(_ arguments: [String]) -> String? { try? run(arguments) }

  /// Settings for a commit where the person's git has no name to give it.
  var identity: [String] {
    guard answer(["var", "GIT_COMMITTER_IDENT"]) == nil else { return [] }
    return ["-c", "user.name=\(committer)", "-c", "user.email=reviewer@localhost"]
  }
}

/// Why a step of git's did not succeed.
struct TeamGitFailure: Error {
  /// In git's or the system's words, a line.
  var reason: String

  init(reason: String) { self.reason = reason }

  init(_ output: ChildOutput) {
    let lines = output.errors.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    let telling = lines.first { line in
      ["fatal: ", "error: ", " ! "].contains { line.hasPrefix($0) }
    }
    let words = (telling ?? lines.first ?? "exit status \(output.status)").drop { $0 == " " }
    reason = ["fatal: ", "error: "].reduce(String(words)) { text, word in
      text.hasPrefix(word) ? String(text.dropFirst(word.count)) : text
    }
  }
}
