import JSON
import TestSupport
import Testing

@Suite struct CommandReportTests {
  private func report(_ arguments: [String]) throws -> JSONValue {
    let run = try CommandRun.bisectty(["report", "--json"] + arguments)
    #expect(run.status == 0)
    return try JSONValue(reading: run.output)
  }

  @Test func readsAConsole() throws {
    let report = try report(["Resources/samples/console-deadlock.txt"])
    #expect(
      names(report) == [
        "schema", "source", "title", "stacks", "guiltyFrame", "guiltyFile", "corrupted",
        "guiltyFunction", "unrecognised",
      ])
    #expect(report["schema"] == "bisectty.report/1")
    #expect(report["title"] == "possible deadlock in attr_data_get_block")
    #expect(report["corrupted"] == false)
    let frames = elements(report["stacks"]).flatMap { elements($0["frames"]) }
    let lines = frames.compactMap { $0["logLine"]?.integer }
    // Sixty lines of the console hold an offset or are inlined; each is in one stack.
    #expect(Set(lines).count == lines.count)
    let place = try #require(report["guiltyFrame"])
    let stack = elements(report["stacks"])[try #require(place["stack"]?.integer)]
    let frame = elements(stack["frames"])[try #require(place["frame"]?.integer)]
    #expect(frame["function"] == "attr_data_get_block")
    #expect(frame["file"] == "fs/ntfs3/attrib.c")
  }

  @Test func readsTheReportAtTheEndOfALog() throws {
    let report = try report(["Resources/samples/culprit-right.txt"])
    #expect(report["title"] == "KASAN: use-after-free Read in llcp_sock_getname")
    #expect(report["guiltyFrame"] == ["stack": 0, "frame": 5])
    let kinds = elements(report["stacks"]).compactMap { $0["kind"]?.string }
    #expect(kinds.contains("allocation") && kinds.contains("free"))
  }

  @Test func takesATitle() throws {
    let report = try report([
      "--title", "WARNING in vm_mmap_pgoff", "Resources/samples/console-deadlock.txt",
    ])
    #expect(report["title"] == "WARNING in vm_mmap_pgoff")
  }

  @Test func showsTheStacksAsText() throws {
    let run = try CommandRun.bisectty(["report", "Resources/samples/console-deadlock.txt"])
    #expect(run.status == 0)
    #expect(run.lines.first == "possible deadlock in attr_data_get_block")
    #expect(run.lines.contains { $0.hasPrefix(" >  attr_data_get_block+0x2a4") })
    #expect(run.lines.allSatisfy { $0.count <= 100 })
  }

  @Test func aTextWithoutACrashIsStatus65() throws {
    let run = try CommandRun.bisectty(["report", "-"], input: Array("nothing to see\n".utf8))
    #expect(run.status == 65)
    #expect(run.errors == "bisectty: -: holds no crash report, name the text of one\n")
  }
}
