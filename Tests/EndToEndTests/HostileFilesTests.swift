import Foundation
import Glibc
import Screen
import TestSupport
import Testing

/// The real program among files that are not logs, not readable, or made to do harm.
@Suite struct HostileFilesTests {
  private let sample = "Resources/samples/git-bisect-log.txt"

  private func sampleText() throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: sample)))
  }

  /// One line on standard error, safe for a terminal, that names what it is about.
  private func expectOneLine(_ errors: String, about path: String) {
    #expect(errors.hasPrefix("bisectty: \(path): "))
    #expect(errors.count { $0.isNewline } == 1 && errors.hasSuffix("\n"))
  }

  private func expectRefusal(_ run: CommandRun, of path: String, status: Int32) {
    expectOneLine(run.errors, about: path)
    #expect(run.status == status, "\(path): \(run.errors)")
    #expect(run.output == [])
  }

  @Test(arguments: ["/dev/zero", "/dev/null", "/dev/urandom", "/proc/self/maps", "/proc/self/exe"])
  func whatIsNoLogIsRefusedAtOnce(path: String) throws {
    expectRefusal(try CommandRun.bisectty(["show", path]), of: path, status: 65)
  }

  @Test(arguments: ["/proc/self/mem", "/proc/self/pagemap", "/proc/kcore"])
  func endlessFilesOfTheSystemEnd(path: String) throws {
    let run = try CommandRun.bisectty(["show", path])
    #expect([65, 66, 74].contains(run.status))
    expectRefusal(run, of: path, status: run.status)
  }

  @Test func aPipeThatNothingWritesToIsNotWaitedFor() throws {
    let folder = try TemporaryFolder()
    let pipe = folder.path + "/pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    expectRefusal(try CommandRun.bisectty(["show", pipe]), of: pipe, status: 66)
    expectOneLine(try CommandRun.bisectty(["list", "--json", pipe, sample]).errors, about: pipe)
  }

  @Test func aShellsPipeIsAnInput() throws {
    let run = try CommandRun.run(
      "/bin/bash",
      ["-c", #""$0" show <(sleep 0.05; cat "$1")"#, BuiltProducts.program("bisectty"), sample])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.text.contains("git bisect log") || run.text.contains("bisect"))
  }

  @Test func aFolderOfTrapsListsItsLogsAndSaysWhatItLeftOut() throws {
    let folder = try TemporaryFolder()
    try folder.write("log.txt", try sampleText())
    try folder.write("line\nbreak \u{1b}[31mred.txt", try sampleText())
    try folder.write("disk.raw", [UInt8](repeating: 0, count: 100_000))
    try folder.write("deep/down/inside.txt", try sampleText())
    try #require(symlink("..", folder.path + "/deep/up") == 0)
    try #require(symlink("self", folder.path + "/self") == 0)
    try #require(mkfifo(folder.path + "/pipe", 0o600) == 0)
    try #require(mkfifo(folder.path + "/pi\npe \u{1b}[2J", 0o600) == 0)
    try #require(symlink("/dev/zero", folder.path + "/zero") == 0)
    let bomb = try CommandRun.run(
      "/bin/gzip", ["-c"], input: [UInt8](repeating: 0, count: 1 << 22))
    try folder.write("bomb.gz", bomb.output)
    let run = try CommandRun.bisectty(["list", "--json", folder.path])
    #expect(run.status == 1)
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 6, "\(run.errors)")
    for name in ["bomb.gz", "disk.raw", "pi␊pe ␛[2J", "pipe", "self", "zero"] {
      #expect(lines.count { $0.hasPrefix("bisectty: \(folder.path)/\(name): ") } == 1, "\(name)")
    }
    #expect(!(run.output + Array(run.errors.utf8)).contains(0x1B))
    // What is passed over is no input; what cannot be read is one with an error.
    #expect(run.lines.count == 6)
    #expect(run.lines.count { $0.contains("\"error\"") } == 3)
  }

  /// What a file or folder is called is shown, and never obeyed by the terminal.
  @Test func hostileNamesAreShownInTheWorkbench() throws {
    let folder = try TemporaryFolder()
    let logs = "\u{1b}]0;title\u{7}\n\u{9b}2J"
    try folder.write(logs + "/a\nb \u{1b}[31mred\u{7}.txt", try sampleText())
    try folder.write(logs + "/b\u{1b}[2J\r", "")
    let workbench = try WorkbenchOnATerminal.opened(["\(folder.path)/\(logs)"])
    let terminal = workbench.terminal
    #expect(
      terminal.waitFor { $0.text.contains("a␊b ␛[31mr") && $0.text.contains("b␛[2J␍: the file") },
      "\(terminal.screen.text)")
    #expect(terminal.screen.line(0).contains("␛]0;title␇␊\u{FFFD}2J"))
    #expect(terminal.screen.bells == 0)
    #expect(terminal.screen.unknown.isEmpty, "\(terminal.screen.unknown)")
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  /// A folder of as many logs as a person keeps; a hundred thousand with `BISECTTY_MANY_FILES=100000`.
  private func manyLogs(_ usual: Int) throws -> (folder: TemporaryFolder, count: Int) {
    let wanted = ProcessInfo.processInfo.environment["BISECTTY_MANY_FILES"].flatMap { Int($0) }
    let count = wanted ?? usual
    let folder = try TemporaryFolder()
    let text = try sampleText()
    for part in 0..<150 { try #require(mkdir("\(folder.path)/\(part)", 0o700) == 0) }
    // Links to one file, which are as quick to make as they are slow to tell apart; file systems let a
    // file have only so many.
    var first = ""
    for index in 0..<count {
      let name = "\(index % 150)/log-\(index).txt"
      if index % 30_000 == 0 {
        try folder.write(name, text)
        first = name
      } else {
        try #require(link("\(folder.path)/\(first)", "\(folder.path)/\(name)") == 0)
      }
    }
    return (folder, count)
  }

  /// All of them can be gone through, and neither a file nor a folder stays open.
  @Test func manyFilesOpenInTheWorkbench() throws {
    let (folder, count) = try manyLogs(2_000)
    let program = BuiltProducts.program("bisectty")
    let terminal = try PseudoTerminal(
      ["/bin/bash", "-c", "ulimit -n 100; exec \"$0\" \"$1\"", program, folder.path],
      environment: WorkbenchOnATerminal.environment(home: folder.path + "/.home"),
      size: ScreenSize(rows: 40, columns: 120))
    let number = count.formatted(.number.locale(Locale(identifier: "en_US")))
    #expect(
      terminal.waitFor(seconds: 600) {
        $0.line(0).contains("\(number) logs") && !$0.line(0).contains(" read")
      }, "\(terminal.screen.text)")
    terminal.send("G")
    #expect(
      terminal.waitFor { $0.line(0).contains("\(number) of \(number)") }, "\(terminal.screen.text)")
    #expect(!terminal.screen.text.contains("unreadable"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func manyFilesAreListed() throws {
    let (folder, count) = try manyLogs(10_000)
    let run = try CommandRun.bisectty(["list", "--csv", folder.path])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.count { $0 == 0x0A } == count + 1)
  }
}
