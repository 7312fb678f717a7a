import Glibc
import TestSupport
import Testing

/// Exit statuses and error lines, as scripts rely on them.
@Suite struct CommandLineTests {
  private let sample = "Resources/samples/culprit-right.txt"

  @Test func printsTheVersionAndHelp() throws {
    let version = try CommandRun.bisectty(["--version"])
    #expect(version.status == 0)
    #expect(version.lines.count == 1)
    for arguments in [["--help"], ["help"], ["help", "show"], ["list", "--help"]] {
      let help = try CommandRun.bisectty(arguments)
      #expect(help.status == 0)
      #expect(help.text.contains("USAGE: bisectty"))
      #expect(help.errors.isEmpty)
    }
  }

  @Test(arguments: [
    (["--nonsense"], "unknown option '--nonsense', see 'bisectty help'"),
    (["show"], "missing expected argument '<path>', see 'bisectty help show'"),
    (["show", "a", "b"], "unexpected argument 'b', see 'bisectty help show'"),
    (
      ["show", "-", "--jsn"],
      "unknown option '--jsn', did you mean '--json'? see 'bisectty help show'"
    ),
    (
      ["export", "a"],
      "missing expected argument '--format <format>', see 'bisectty help export'"
    ),
    (["list"], "missing expected argument '<paths> ...', see 'bisectty help list'"),
  ])
  func wrongUsageIsStatus64(_ arguments: [String], _ line: String) throws {
    let run = try CommandRun.bisectty(arguments)
    #expect(run.status == 64)
    #expect(run.errors == "bisectty: \(line)\n")
    #expect(run.output.isEmpty)
  }

  @Test(arguments: ["show", "report"])
  func saysWhatIsWrongWithAnInput(_ command: String) throws {
    let folder = try TemporaryFolder()
    let cases: [(String, Int32, String)] = [
      (folder.path + "/absent", 66, "no such file or directory, check the path"),
      (folder.path, 65, "is a directory, name one of its files or use 'bisectty list'"),
      (try folder.write("empty", ""), 65, "the file is empty, fetch the log again"),
      (try folder.write("binary", [0x7F, 0x45, 0, 0, 0]), 65, "is no text, name a bisection log"),
      ("/dev/null", 65, "is neither a file nor a directory, name a file"),
    ]
    for (path, status, message) in cases {
      let run = try CommandRun.bisectty([command, path])
      #expect(run.status == status)
      #expect(run.errors == "bisectty: \(path): \(message)\n")
      #expect(run.output.isEmpty)
    }
  }

  @Test func aTextThatIsNoLogIsStatus65() throws {
    let run = try CommandRun.bisectty(["show", "-"], input: Array("Dear all,\nhello.\n".utf8))
    #expect(run.status == 65)
    #expect(run.errors.hasPrefix("bisectty: -: is no bisection log, "))
  }

  @Test func controlCharactersInAPathBecomeVisible() throws {
    let run = try CommandRun.bisectty(["show", "a\nb\u{1b}[2Jc"])
    #expect(run.status == 66)
    #expect(run.errors == "bisectty: a␊b␛[2Jc: no such file or directory, check the path\n")
  }

  @Test func readsStandardInput() throws {
    let log = try CommandRun.run("/bin/cat", [sample])
    let run = try CommandRun.bisectty(["show", "-"], input: log.output)
    #expect(run.status == 0)
    #expect(run.lines.first == "KASAN: use-after-free Read in llcp_sock_getname")
  }

  @Test func aFullDiskIsStatus74() throws {
    let run = try CommandRun.run(
      "/bin/sh", ["-c", "exec \"$0\" show --json \"$1\" > /dev/full", program, sample])
    #expect(run.status == 74)
    #expect(run.errors.hasPrefix("bisectty: standard output: no space left on device, "))
  }

  @Test func endsQuietlyWhenTheReaderHasGone() throws {
    let run = try CommandRun.run(
      "/bin/sh", ["-c", "\"$0\" show --json --full \"$1\" | head -c 1", program, sample])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test func runsAreASCIIWhereTheTerminalShowsNoMore() throws {
    let plain = try CommandRun.bisectty(["show", sample], environment: ["TERM": "dumb"])
    #expect(plain.output.allSatisfy { $0 < 0x80 })
    let locale = try CommandRun.bisectty(["show", sample], environment: ["LANG": "C"])
    #expect(locale.output.allSatisfy { $0 < 0x80 })
    #expect(try CommandRun.bisectty(["show", sample]).text.contains("●●●●●"))
  }

  private var program: String { BuiltProducts.program("bisectty") }
}
