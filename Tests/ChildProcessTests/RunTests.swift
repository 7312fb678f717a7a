import ChildProcess
import Glibc
import TestSupport
import Testing

@Suite struct RunTests {
  @Test func givesWhatWasWrittenAndTheStatus() throws {
    let command = ChildCommand(
      "sh", ["-c", "cat; echo wrong >&2; exit 3"], input: Array("in\n".utf8))
    let output = try command.run()
    #expect(output.status == 3)
    #expect(output.output == Array("in\n".utf8))
    #expect(output.firstError == "wrong")
  }

  @Test(arguments: [
    "$(touch marker)", "`touch marker`", "; touch marker", "a 'b' \"c\"", "\u{1b}]52;c;eA==\u{7}",
    "#syz fix: x",
  ])
  func keepsHostileTextOneArgument(text: String) throws {
    let folder = try TemporaryFolder()
    let output = try ChildCommand("printf", ["%s|", text, "next"], directory: folder.path).run()
    #expect(output.output == Array("\(text)|next|".utf8))
    #expect(access(folder.path + "/marker", F_OK) != 0)
  }

  @Test func refusesTextWithANulInsteadOfCuttingIt() {
    #expect(throws: ChildProblem.notStarted(code: EINVAL)) {
      try ChildCommand("printf", ["a\0b"]).run()
    }
  }

  @Test func saysThatThereIsNoSuchProgram() {
    #expect(throws: ChildProblem.notStarted(code: ENOENT)) {
      try ChildCommand("bisectty-no-such-program").run()
    }
  }

  @Test func hasNoTerminalAndNoOpenFilesOfItsParent() throws {
    let file = open("/dev/null", O_RDONLY)
    defer { close(file) }
    let script = "(: < /dev/tty) 2>/dev/null && echo terminal; ls /proc/self/fd | wc -l"
    let output = try ChildCommand("sh", ["-c", script]).run()
    // Three, and the folder that is listed.
    #expect(String(decoding: output.output, as: UTF8.self).split(separator: "\n") == ["4"])
  }

  @Test func startsWithTheEnvironmentGivenAndNoOther() throws {
    let environment = ChildEnvironment(["PATH": "/usr/bin:/bin", "GIT_DIR": "/x", "GIT_PAGER": "y"])
      .removing(prefix: "GIT_", except: ["GIT_PAGER"]).setting(["LC_ALL": "C"])
    let output = try ChildCommand("env", environment: environment).run()
    #expect(
      Set(String(decoding: output.output, as: UTF8.self).split(separator: "\n"))
        == ["GIT_PAGER=y", "LC_ALL=C", "PATH=/usr/bin:/bin"])
  }

  @Test func readsLargeInputAndOutputWithoutWaitingForEver() throws {
    let bytes = [UInt8](repeating: 0x61, count: 3 << 20)
    #expect(try ChildCommand("cat", input: bytes).run().output == bytes)
  }
}
