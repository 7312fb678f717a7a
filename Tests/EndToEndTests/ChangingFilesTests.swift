import Foundation
import Glibc
import Screen
import TestSupport
import Testing

/// The real workbench over files that change, shrink and go while it is open.
@Suite struct ChangingFilesTests {
  private let samples = "Resources/samples"

  /// A folder with some of the samples, under short names.
  private func folder(_ names: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, sample) in names {
      let text = try Data(contentsOf: URL(fileURLWithPath: "\(samples)/\(sample).txt"))
      try folder.write(name, Array(text))
    }
    return folder
  }

  private func open(
    _ folder: TemporaryFolder, _ words: String, isUnprivileged: Bool = false
  ) throws -> WorkbenchOnATerminal {
    let workbench = try WorkbenchOnATerminal.opened(
      [folder.path, "--kernel", "/nowhere"], isUnprivileged: isUnprivileged)
    #expect(
      workbench.terminal.waitFor { $0.line(0).contains(words) && !$0.text.contains("reading…") })
    workbench.terminal.send("Sp")  // by path
    return workbench
  }

  private func close(_ workbench: WorkbenchOnATerminal) {
    workbench.terminal.send("q")
    #expect(workbench.terminal.waitForEnd() == .exited(0))
    #expect(workbench.terminal.isRestored)
  }

  /// A workbench over two logs, of which something then happens to the second one's file.
  private func open(
    _ folder: TemporaryFolder, isUnprivileged: Bool = false,
    thenToTheSecond harm: (String) -> Int32
  ) throws -> WorkbenchOnATerminal {
    let workbench = try open(folder, "2 logs", isUnprivileged: isUnprivileged)
    try #require(harm(folder.path + "/b") == 0)
    return workbench
  }

  private func twoLogs() throws -> TemporaryFolder {
    try folder(["a": "culprit-right", "b": "timeout"])
  }

  @Test func aDeletedFileSaysSoWhereItIsShown() throws {
    let folder = try twoLogs()
    let workbench = try open(folder, thenToTheSecond: { unlink($0) })
    workbench.terminal.send("1G")
    #expect(workbench.terminal.waitFor { $0.text.contains("/b: the file is gone") })
    workbench.terminal.send("1g")
    #expect(workbench.terminal.waitFor { $0.text.contains("llcp_sock_getname") })
    close(workbench)
  }

  @Test func aFileThatWasEmptiedSaysSo() throws {
    let folder = try twoLogs()
    let workbench = try open(folder, thenToTheSecond: { truncate($0, 0) })
    workbench.terminal.send("1G")
    #expect(workbench.terminal.waitFor { $0.text.contains("unreadable     b: the file is") })
    close(workbench)
  }

  @Test func aFileThatMayNotBeReadAnyMoreSaysSo() throws {
    let folder = try twoLogs()
    let workbench = try open(folder, isUnprivileged: true, thenToTheSecond: { chmod($0, 0) })
    workbench.terminal.send("1G")
    #expect(workbench.terminal.waitFor { $0.text.contains("unreadable     b: permission") })
    close(workbench)
  }

  /// What was a file when it was listed is a pipe when it is opened, and keeps nobody waiting.
  @Test func aFileThatBecameAPipeSaysSo() throws {
    let folder = try twoLogs()
    let workbench = try open(
      folder, thenToTheSecond: { unlink($0) == 0 ? mkfifo($0, 0o600) : -1 })
    workbench.terminal.send("1G")
    #expect(workbench.terminal.waitFor { $0.text.contains("unreadable     b: nothing") })
    close(workbench)
  }

  @Test func aFileThatBecameAnotherIsShownAsItIsNow() throws {
    let folder = try folder(["a": "culprit-right", "b": "timeout", "c": "not-reproduced"])
    let workbench = try open(folder, "3 logs")
    try #require(rename(folder.path + "/c", folder.path + "/b") == 0)
    workbench.terminal.send("1gj")
    #expect(workbench.terminal.waitFor { $0.text.contains("not reproduced b ") })
    close(workbench)
  }

  @Test func theShownLogStaysWhereItsFileIsCut() throws {
    let folder = try folder(["a": "culprit-right"])
    let workbench = try WorkbenchOnATerminal.opened([folder.path + "/a"])
    #expect(workbench.terminal.waitFor { $0.text.contains("llcp_sock_getname") })
    try #require(truncate(folder.path + "/a", 10) == 0)
    workbench.terminal.send("6G")
    #expect(workbench.terminal.waitFor { $0.text.contains("257 of 257") })
    close(workbench)
  }

  @Test func aSearchThroughAllLogsPassesOverWhatIsGone() throws {
    let folder = try twoLogs()
    let workbench = try open(folder, thenToTheSecond: { unlink($0) })
    workbench.terminal.send("\\llcp_sock_getname\r")
    #expect(workbench.terminal.waitFor { $0.line(0).contains("1 file could not be read") })
    workbench.terminal.send("\u{1b}")
    #expect(workbench.terminal.waitFor { $0.line(0).contains("bisectty") })
    close(workbench)
  }
}
