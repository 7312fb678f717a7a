import Foundation
import Glibc
import Screen
import TestSupport
import Testing

/// The real workbench over a folder in which files come, change and go.
@Suite struct FollowingTests {
  private func sample(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "Resources/samples/\(name).txt")))
  }

  /// Writes blanks over all of a file through a mapping.
  private func blankOut(_ path: String) throws {
    let descriptor = open(path, O_RDWR)
    defer { close(descriptor) }
    var status = stat()
    try #require(fstat(descriptor, &status) == 0)
    let size = Int(status.st_size)
    let mapping = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
    let bytes = try #require(mapping != MAP_FAILED ? mapping : nil)
    memset(bytes, 0x20, size)
    #expect(msync(bytes, size, MS_SYNC) == 0)
    munmap(bytes, size)
  }

  private func opened(_ folder: TemporaryFolder, _ words: String) throws -> WorkbenchOnATerminal {
    let workbench = try WorkbenchOnATerminal.opened([folder.path])
    // What changes before it was read has not changed.
    #expect(
      workbench.terminal.waitFor { $0.line(0).contains(words) && !$0.text.contains("reading…") })
    return workbench
  }

  @Test func newFilesShowAlsoInNewFolders() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", try sample("timeout"))
    try folder.write("b", try sample("not-reproduced"))
    let workbench = try opened(folder, "2 logs · 0 reviewed")
    let terminal = workbench.terminal
    try folder.write("c", try sample("culprit-right"))
    #expect(terminal.waitFor { $0.line(0).contains("3 logs") }, "\(terminal.screen.text)")
    #expect(terminal.waitFor { $0.text.contains("8337f08d02bc") })
    try folder.write("deep/er/d", try sample("culprit-wrong-foreign-crash"))
    #expect(terminal.waitFor { $0.line(0).contains("4 logs ·") }, "\(terminal.screen.text)")
    #expect(terminal.waitFor { $0.text.contains("e1021bcb1db7") })
    try folder.write("deep/er/e", try sample("build-error"))
    #expect(terminal.waitFor { $0.line(0).contains("5 logs ·") }, "\(terminal.screen.text)")
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(terminal.isRestored)
  }

  @Test func aHalfWrittenFileIsReadWhenItIsClosed() throws {
    let folder = try TemporaryFolder()
    let text = try sample("culprit-right")
    try folder.write("a", try sample("timeout"))
    try folder.write("b", try sample("not-reproduced"))
    let workbench = try opened(folder, "2 logs ·")
    let terminal = workbench.terminal
    let descriptor = open(folder.path + "/c", O_CREAT | O_WRONLY, 0o600)
    try #require(write(descriptor, text, 200) == 200)
    // Another file is told meanwhile, which shows that the half one was passed over.
    try folder.write("d", try sample("culprit-wrong-foreign-crash"))
    #expect(terminal.waitFor { $0.line(0).contains("3 logs ·") }, "\(terminal.screen.text)")
    let rest = Array(text[200...])
    try #require(write(descriptor, rest, rest.count) == rest.count)
    close(descriptor)
    #expect(terminal.waitFor { $0.text.contains("8337f08d02bc") }, "\(terminal.screen.text)")
    #expect(!terminal.screen.text.contains("unreadable"))
  }

  @Test func theShownLogIsReadAgainWhereItsFileChanges() throws {
    let folder = try TemporaryFolder()
    let log = try folder.write("log", try sample("timeout"))
    let workbench = try WorkbenchOnATerminal.opened([log])
    let terminal = workbench.terminal
    #expect(terminal.waitFor { $0.text.contains("it took too long") })
    let other = try folder.write("other", try sample("culprit-right"))
    try #require(rename(other, log) == 0)
    #expect(
      terminal.waitFor { $0.line(39).contains("Log changed, reread") }, "\(terminal.screen.text)")
    #expect(terminal.screen.text.contains("llcp_sock_getname"))
  }

  @Test func theShownLogStaysWhereItsFileGoes() throws {
    let folder = try TemporaryFolder()
    let log = try folder.write("log", try sample("timeout"))
    try folder.write("other", try sample("build-error"))
    let workbench = try opened(folder, "2 logs ·")
    let terminal = workbench.terminal
    terminal.send("Sp1g")  // by path
    #expect(terminal.waitFor { $0.text.contains("it took too long") })
    try #require(unlink(log) == 0)
    #expect(terminal.waitFor { $0.line(39).contains("file is gone") }, "\(terminal.screen.text)")
    #expect(terminal.screen.text.contains("it took too long"))
    #expect(terminal.screen.text.contains("gone timeout"))
    try folder.write("log", try sample("timeout"))
    #expect(terminal.waitFor { !$0.text.contains("gone timeout") }, "\(terminal.screen.text)")
  }

  /// As the log of a bisection that still runs.
  @Test func aLogGrowsWhileItsWriterKeepsItOpen() throws {
    let folder = try TemporaryFolder()
    let text = try sample("culprit-right")
    let log = try folder.write("log", Array(text[..<600]))
    let workbench = try WorkbenchOnATerminal.opened([log])
    let terminal = workbench.terminal
    #expect(terminal.waitFor { $0.text.contains("log stops after") }, "\(terminal.screen.text)")
    let descriptor = open(log, O_WRONLY | O_APPEND)
    defer { close(descriptor) }
    let rest = Array(text[600...])
    try #require(write(descriptor, rest, rest.count) == rest.count)
    #expect(terminal.waitFor { $0.text.contains("8337f08d02bc") }, "\(terminal.screen.text)")
    #expect(terminal.waitFor { $0.line(39).contains("Log changed, reread") })
  }

  /// What is written through a mapping is not told; looking again finds it.
  @Test func reloadingFindsWhatTheSystemDoesNotTell() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", try sample("culprit-right"))
    let b = try folder.write("b", try sample("timeout"))
    let workbench = try opened(folder, "2 logs ·")
    let terminal = workbench.terminal
    // The shown log would tell by itself what became of it.
    terminal.send("1g")
    #expect(terminal.waitFor { $0.line(0).contains("1 of 2") })
    try blankOut(b)
    terminal.send("R")
    #expect(
      terminal.waitFor { $0.text.contains("unreadable     b") }, "\(terminal.screen.text)")
    #expect(terminal.waitFor { $0.line(39).contains("Searched again: 1 changed") })
  }
}
