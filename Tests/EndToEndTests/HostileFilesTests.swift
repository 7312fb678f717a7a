import Foundation
import Glibc
import TestSupport
import Testing

/// The real program among files that are no logs, not readable, or made to do harm.
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
    try #require(symlink("/dev/zero", folder.path + "/zero") == 0)
    let bomb = try CommandRun.run(
      "/bin/gzip", ["-c"], input: [UInt8](repeating: 0, count: 1 << 22))
    try folder.write("bomb.gz", bomb.output)
    let run = try CommandRun.bisectty(["list", "--json", folder.path])
    #expect(run.status == 1)
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 5, "\(run.errors)")
    for name in ["bomb.gz", "disk.raw", "pipe", "self", "zero"] {
      #expect(lines.count { $0.hasPrefix("bisectty: \(folder.path)/\(name): ") } == 1, "\(name)")
    }
    #expect(!(run.output + Array(run.errors.utf8)).contains(0x1B))
    // What is passed over is no input; what cannot be read is one with an error.
    #expect(run.lines.count == 6)
    #expect(run.lines.count { $0.contains("\"error\"") } == 3)
  }

  /// As many as a person keeps; a hundred thousand with `BISECTTY_MANY_FILES=100000`.
  @Test func manyFilesAreListed() throws {
    let wanted = ProcessInfo.processInfo.environment["BISECTTY_MANY_FILES"].flatMap { Int($0) }
    let count = wanted ?? 10_000
    let folder = try TemporaryFolder()
    try folder.write("first.txt", try sampleText())
    // Links to one file, which are as quick to make as they are slow to tell apart.
    for index in 1..<count {
      try #require(link(folder.path + "/first.txt", folder.path + "/log-\(index).txt") == 0)
    }
    let run = try CommandRun.bisectty(["list", "--csv", folder.path])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.count { $0 == 0x0A } == count + 1)
  }
}
