import Foundation
import TestSupport
import Testing

/// The configuration file on the command line.
@Suite struct ConfigTests {
  @Test func theFileForABeginningHasNothingWrong() throws {
    let folder = try TemporaryFolder()
    let text = try CommandRun.bisectty(["config", "--default"])
    #expect(text.status == 0)
    let file = try folder.write("config.toml", text.output)
    let check = try CommandRun.bisectty(["config", "--check", "--config", file])
    #expect(check.status == 0)
    #expect(check.text == "\(file): nothing is wrong\n")
    #expect(check.errors.isEmpty)
  }

  @Test func everyProblemIsALineWithPlaceAndKey() throws {
    let home = try TemporaryFolder()
    try home.write(".config/bisectty/config.toml", "[options]\ntehme = \"dark\"\nmouse = 1\n")
    let check = try CommandRun.bisectty(["config", "--check"], environment: ["HOME": home.path])
    #expect(check.status == 1)
    #expect(check.output.isEmpty)
    #expect(
      check.errors == """
        bisectty: ~/.config/bisectty/config.toml:2: unknown key 'tehme' in [options]; \
        did you mean 'theme'?
        bisectty: ~/.config/bisectty/config.toml:3: 'mouse' must be true or false, without quotes

        """)
  }

  @Test func theFileIsLookedForWhereTheSpecificationSays() throws {
    let paths = [
      (["XDG_CONFIG_HOME": "/x/y"], "/x/y/bisectty/config.toml"),
      (["HOME": "/home/ann"], "/home/ann/.config/bisectty/config.toml"),
      (
        ["HOME": "/home/ann", "XDG_CONFIG_HOME": "relative"],
        "/home/ann/.config/bisectty/config.toml"
      ),
    ]
    for (environment, path) in paths {
      let run = try CommandRun.bisectty(["config", "--path"], environment: environment)
      #expect(run.text == path + "\n")
    }
  }

  @Test func aFileThatWasNamedMustBeThere() throws {
    let check = try CommandRun.bisectty(["config", "--check", "--config", "/absent.toml"])
    #expect(check.status == 66)
    #expect(
      check.errors == "bisectty: /absent.toml: no such file or directory, check the path\n")
    let none = try CommandRun.bisectty(["config", "--check"])
    #expect(none.status == 0)
  }
}

/// What is kept in the repository although the program can print it.
@Suite struct MadeTextTests {
  @Test func theReadmeHasTheKeysOfTheProgram() throws {
    let table = try CommandRun.bisectty(["config", "--keys"]).text
    try KeptText.expect(
      table, in: "README.md", between: ("<!-- keys: begin -->\n", "<!-- keys: end -->\n"))
  }

  @Test func theManualPageIsTheOneOfTheProgram() throws {
    let page = try CommandRun.bisectty(["manual"])
    #expect(page.status == 0 && page.errors.isEmpty)
    #expect(page.text.hasPrefix(".TH BISECTTY 1 "))
    for name in [
      "show", "list", "config", "reviews sync", "next\\-frame", "XDG_STATE_HOME", "high\\-contrast",
    ] {
      #expect(page.text.contains(name), "\(name)")
    }
    try KeptText.expect(page.text, in: "Resources/manual/bisectty.1")
  }
}

/// Completion scripts of the shells.
@Suite struct CompletionTests {
  @Test(arguments: ["bash", "zsh", "fish"])
  func aScriptNamesEveryCommandAndItsOptions(shell: String) throws {
    let script = try CommandRun.bisectty(["--generate-completion-script", shell])
    #expect(script.status == 0 && script.errors.isEmpty)
    for word in ["show", "list", "report", "export", "config", "manual", "kernel", "fresh", "json"]
    {
      #expect(script.text.contains(word), "\(word)")
    }
  }

  @Test func bashOffersCommandsAndOptions() throws {
    let script = try CommandRun.bisectty(["--generate-completion-script", "bash"])
    let folder = try TemporaryFolder()
    let file = try folder.write("completion.bash", script.output)
    let ask = """
      source "$1"
      complete -p bisectty > /dev/null || exit 1
      COMP_WORDS=(bisectty "${@:2}") COMP_CWORD=$(($# - 1)) COMP_LINE="bisectty ${*:2}"
      COMP_POINT=${#COMP_LINE} _bisectty bisectty "${@: -1}" bisectty
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    func offers(_ words: String...) throws -> [String] {
      let run = try CommandRun.run("/bin/bash", ["-c", ask, "bash", file] + words)
      #expect(run.status == 0, "\(run.errors)")
      return run.lines.map { $0.trimmingCharacters(in: .whitespaces) }
    }
    #expect(try offers("con") == ["config"])
    #expect(try offers("config", "--ch") == ["--check"])
  }
}
