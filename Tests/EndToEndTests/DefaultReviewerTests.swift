import Screen
import TestSupport
import Testing

/// Under whose name decisions are kept.
@Suite struct DefaultReviewerTests {
  private let sample = "Resources/samples/culprit-right.txt"
  private let folder: TemporaryFolder
  private let home: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    home = try TemporaryFolder()
  }

  /// The variables of a person whose git has settings of their own, or none.
  private func variables(git settings: String?) throws -> [String: String] {
    let file = try settings.map { try home.write("gitconfig", $0) } ?? "/dev/null"
    return [
      "HOME": home.path, "BISECTTY_STORE": folder.path + "/store", "GIT_CONFIG_GLOBAL": file,
      "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_DIR": "/nowhere", "USER": "ann",
    ]
  }

  /// Whose decision it is, for some arguments and variables.
  private func reviewer(
    git settings: String?, _ arguments: [String] = [], _ changes: [String: String] = [:]
  ) throws -> String? {
    let variables = try variables(git: settings).merging(changes) { $1 }
    let run = try CommandRun.bisectty(
      ["review", sample, "--verdict", "correct"] + arguments, environment: variables)
    #expect(run.status == 0, "\(run.errors)")
    let list = try CommandRun.bisectty(["reviews", "export"], environment: variables)
    let name = list.text.split(separator: "\"reviewer\":\"").last?.prefix { $0 != "\"" }
    return name.map(String.init)
  }

  private let settings = "[user]\nemail = ann@example.org\n"

  @Test func gitsAddressGoesBeforeTheLogin() throws {
    #expect(try reviewer(git: settings) == "ann@example.org")
  }

  @Test func theVariableGoesBeforeGitsAddressAndTheOptionBeforeBoth() throws {
    #expect(try reviewer(git: settings, [], ["BISECTTY_REVIEWER": "bob"]) == "bob")
    let option = ["--reviewer", "eve"]
    #expect(try reviewer(git: settings, option, ["BISECTTY_REVIEWER": "bob"]) == "eve")
  }

  @Test(arguments: [nil, "[user]\nname = ann\n", "[user]\nemail = \"\\t\"\n", "[broken"])
  func withoutAnAddressItIsTheLogin(settings: String?) throws {
    #expect(try reviewer(git: settings) == "ann")
  }

  @Test func withoutGitItIsTheLogin() throws {
    #expect(try reviewer(git: settings, [], ["PATH": "/nowhere"]) == "ann")
    #expect(try reviewer(git: nil, [], ["USER": "", "LOGNAME": "lea"]) == "lea")
    #expect(try reviewer(git: nil, [], ["USER": "", "LOGNAME": ""]) == "somebody")
  }

  /// A git that hangs, as on a home that is not reachable, keeps nobody waiting.
  @Test func aGitThatDoesNotAnswerIsNotWaitedFor() throws {
    let programs = try TemporaryFolder()
    try programs.write("git", "#!/bin/sh\nexec sleep 1000\n")
    _ = try CommandRun.run("/bin/chmod", ["755", programs.path + "/git"])
    let path = "\(programs.path):/usr/bin:/bin"
    #expect(try reviewer(git: settings, [], ["PATH": path]) == "ann")
  }

  @Test func theWorkbenchDecidesUnderGitsAddress() throws {
    let workbench = try WorkbenchOnATerminal.opened(
      [sample], environment: try variables(git: settings))
    workbench.terminal.send("c")
    #expect(workbench.terminal.waitFor { $0.text.contains("correct, by ann@example.org") })
  }
}
