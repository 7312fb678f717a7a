import Foundation
import Glibc
import Screen
import TestSupport
import Testing

/// The real program on a terminal of its own, driven by keys.
@Suite struct WorkbenchOnATerminalTests {
  private let program = BuiltProducts.program("bisectty")
  private let samples = FileManager.default.currentDirectoryPath + "/Resources/samples"

  private func open(
    _ paths: [String], in folder: TemporaryFolder,
    size: ScreenSize = ScreenSize(rows: 40, columns: 120),
    options: [String] = []
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      [program] + paths + options,
      environment: [
        "BISECTTY_STORE": folder.path + "/reviews.sqlite", "HOME": folder.path,
        "XDG_STATE_HOME": nil, "XDG_CONFIG_HOME": nil, "EDITOR": nil, "VISUAL": nil,
        "BISECTTY_REVIEWER": "ann",
      ], size: size)
  }

  @Test func aVerdictIsThereAfterAKill() throws {
    let folder = try TemporaryFolder()
    let first = try open([samples], in: folder)
    #expect(first.waitFor { $0.line(0).contains("13 logs · 0 reviewed") }, "\(first.screen.text)")
    first.send("2")
    #expect(first.waitFor { $0.line(39).contains("blamed step") })
    first.send("5]")
    first.send("c")
    #expect(first.waitFor { $0.line(39).contains("Kept: correct") }, "\(first.screen.text)")
    #expect(first.screen.line(0).contains("1 reviewed"))
    first.signal(SIGKILL)
    #expect(first.waitForEnd() == .killed(SIGKILL))
    let second = try open([samples], in: folder)
    #expect(second.waitFor { $0.line(0).contains("13 logs · 1 reviewed") }, "\(second.screen.text)")
    second.send("q")
    #expect(second.waitForEnd() == .exited(0))
    #expect(second.disciplineIsRestored)
    #expect(!second.screen.showsOtherScreen)
  }

  @Test func aReviewIsFoundAgainUnderAnotherName() throws {
    let folder = try TemporaryFolder()
    let copy = folder.path + "/renamed.log"
    try FileManager.default.copyItem(atPath: samples + "/timeout.txt", toPath: copy)
    let first = try open([samples + "/timeout.txt"], in: folder)
    #expect(first.waitFor { $0.text.contains("it took too long") })
    first.send("r")
    #expect(first.waitFor { $0.line(39).contains("Kept: retest") })
    first.send("q")
    #expect(first.waitForEnd() == .exited(0))
    let second = try open([copy], in: folder)
    #expect(second.waitFor { $0.text.contains("retest, by ann") }, "\(second.screen.text)")
  }

  @Test func anotherWorkbenchSeesTheMark() throws {
    let folder = try TemporaryFolder()
    let first = try open([samples], in: folder)
    let second = try open([samples], in: folder)
    #expect(first.waitFor { $0.line(0).contains("0 reviewed") })
    #expect(second.waitFor { $0.line(0).contains("0 reviewed") })
    first.send("i")
    #expect(second.waitFor { $0.line(0).contains("1 reviewed") })
  }

  @Test func keysComeFromTheTerminalWhenTheLogComesThroughAPipe() throws {
    let folder = try TemporaryFolder()
    let terminal = try PseudoTerminal(
      [program, "-"],
      environment: ["BISECTTY_STORE": folder.path + "/reviews.sqlite", "HOME": folder.path],
      size: ScreenSize(rows: 30, columns: 100), standardInput: samples + "/culprit-right.txt")
    #expect(terminal.waitFor { $0.text.contains("llcp_sock_getname") }, "\(terminal.screen.text)")
    terminal.send("?")
    #expect(terminal.waitFor { $0.line(0).contains("Keys of bisectty") })
    terminal.send("?")
    #expect(terminal.waitFor { !$0.text.contains("Keys of bisectty") })
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func aFrameOpensInTheEditorAndTheScreenComesBack() throws {
    let folder = try TemporaryFolder()
    let editor = folder.path + "/editor"
    try "echo \"$@\" > \(folder.path)/arguments\n".write(
      toFile: editor, atomically: true, encoding: .utf8)
    let terminal = try PseudoTerminal(
      [program, samples + "/culprit-right.txt", "--kernel", "/src/linux"],
      environment: [
        "BISECTTY_STORE": folder.path + "/reviews.sqlite", "HOME": folder.path,
        "VISUAL": "sh \(editor)",
      ], size: ScreenSize(rows: 30, columns: 100))
    // The title has the function's name, too; the frame is there once its line is.
    #expect(
      terminal.waitFor {
        $0.text.contains("cp_sock.c:521 guilty") && !$0.text.contains("reading…")
      },
      "\(terminal.screen.text)")
    terminal.send("f\r")
    #expect(terminal.waitFor { $0.line(29).contains("Back from sh") }, "\(terminal.screen.text)")
    let arguments = try String(contentsOfFile: folder.path + "/arguments", encoding: .utf8)
    #expect(arguments == "+521 /src/linux/net/nfc/llcp_sock.c\n", "\(terminal.screen.text)")
    #expect(terminal.screen.showsOtherScreen)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func signalsLeaveTheTerminalAsItWas(signal: Int32) throws {
    let folder = try TemporaryFolder()
    let terminal = try open([samples], in: folder)
    #expect(terminal.waitFor { $0.line(0).contains("13 logs") })
    terminal.signal(signal)
    #expect(terminal.waitForEnd() == .killed(signal))
    #expect(terminal.disciplineIsRestored)
    #expect(!terminal.screen.showsOtherScreen)
  }

  @Test func everySizeIsSurvived() throws {
    let folder = try TemporaryFolder()
    let terminal = try open([samples], in: folder)
    // The cursor stays on its log, wherever that goes as others come in.
    #expect(terminal.waitFor { $0.line(0).contains("13 logs") && !$0.text.contains("reading…") })
    for (rows, columns) in [(24, 80), (10, 40), (1, 1), (60, 200), (20, 60), (40, 120)] {
      terminal.resize(rows: rows, columns: columns)
    }
    terminal.send("G")
    #expect(terminal.waitFor { $0.line(0).contains("13 of 13") }, "\(terminal.screen.text)")
    #expect(terminal.screen.unknown.isEmpty, "\(terminal.screen.unknown)")
  }

  @Test func badInputIsOneLineAndNoScreen() throws {
    let folder = try TemporaryFolder()
    let empty = folder.path + "/empty.txt"
    let binary = folder.path + "/binary.txt"
    _ = FileManager.default.createFile(atPath: empty, contents: Data())
    _ = FileManager.default.createFile(atPath: binary, contents: Data(repeating: 1, count: 4096))
    let cases: [(String, Int32)] = [
      (folder.path + "/missing", 66), (folder.path + "/nothing", 66), (empty, 65), (binary, 65),
    ]
    try FileManager.default.createDirectory(
      atPath: folder.path + "/nothing", withIntermediateDirectories: false)
    for (path, status) in cases {
      let terminal = try open([path], in: folder, size: ScreenSize(rows: 24, columns: 200))
      #expect(terminal.waitForEnd() == .exited(status), "\(path)")
      #expect(terminal.screen.line(0).hasPrefix("bisectty: \(path): "))
      #expect(terminal.screen.line(1).isEmpty)
      #expect(terminal.disciplineIsRestored)
    }
  }

  @Test func whatCannotBeReadIsARowAmongTheOthers() throws {
    let folder = try TemporaryFolder()
    let empty = folder.path + "/empty.txt"
    _ = FileManager.default.createFile(atPath: empty, contents: Data())
    let terminal = try open([samples + "/timeout.txt", empty], in: folder)
    #expect(
      terminal.waitFor { $0.text.contains("unreadable     empty.txt:") }, "\(terminal.screen.text)")
  }
}
