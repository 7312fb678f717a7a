import Foundation
import Screen
import TestSupport
import Testing

/// One of several programs that show the same folder and keep decisions in the same store.
struct Desk {
  private let name: String
  private let program: String
  private let folder: LivingFolder
  private var terminal: PseudoTerminal
  private var memory: MemoryRecord

  init(name: String, program: String, folder: LivingFolder) throws {
    self.name = name
    self.program = program
    self.folder = folder
    terminal = try Self.opened(program, folder)
    memory = try MemoryRecord(
      name: name, store: folder.folder.path + "/state/bisectty/reviews.sqlite")
  }

  private static func opened(_ program: String, _ folder: LivingFolder) throws -> PseudoTerminal {
    var environment = WorkbenchOnATerminal.environment(home: folder.folder.path)
    environment.merge(
      ["EDITOR": "true", "VISUAL": nil, "PAGER": "true", "PATH": folder.searchPath]
    ) { $1 }
    let terminal = try PseudoTerminal(
      ["/usr/bin/env", "-C", folder.workingFolder, program, folder.path],
      environment: environment, size: ScreenSize(rows: 40, columns: 120))
    let isShown = terminal.waitFor(seconds: 120) {
      $0.text.contains("Timeline") && !$0.text.contains("reading…")
    }
    #expect(isShown, "\(terminal.screen.text)")
    return terminal
  }

  /// Types, clicks and resizes a few times, and leaves prompts and choices.
  mutating func work(_ typing: inout RandomTyping) throws {
    // The palette's commands can end the program as well.
    if terminal.ending == .exited(0) { terminal = try Self.opened(program, folder) }
    typing.showLogs(on: terminal)
    for _ in 0..<8 { typing.act(on: terminal) }
    // One after the other, for two together would be another key.
    for _ in 0..<3 {
      terminal.send("\u{1b}")
      terminal.pumpUntilQuiet(milliseconds: 70)
    }
  }

  /// What the terminal shows wrongly, in words; nil if all is as it should be.
  mutating func problem() throws -> String? {
    // Changes of files and the other program's decisions are taken in once they have settled.
    terminal.pumpUntilQuiet(milliseconds: 400)
    // What the last row says of them stays until the next key.
    terminal.send("\u{1b}")
    terminal.pumpUntilQuiet(milliseconds: 70)
    guard terminal.waitUntilIdle() else {
      return "\(name): it is busy for a minute\n\(terminal.screen.text)"
    }
    if let ending = terminal.ending {
      return ending == .exited(0) ? nil : "\(name): \(ending) \(crashNote)"
    }
    if let difference = difference() {
      return "\(name): \(difference)\n\(terminal.screen.text)"
    }
    guard terminal.screen.unknown.isEmpty else { return "\(name): \(terminal.screen.unknown)" }
    try memory.add(try terminal.residentMemory())
    terminal.forgetWritten()
    return nil
  }

  private func difference() -> String? {
    let before = Look(terminal.screen)
    terminal.send("\u{0c}")
    terminal.waitUntilIdle()
    return before.difference(from: Look(terminal.screen))
  }

  /// Leaves the program and looks at what it leaves behind.
  func leave() throws {
    print(memory.summary)
    #expect(memory.isBounded, "\(name): \(memory.kibibytes) KiB, \(memory.decisions)")
    guard terminal.ending == nil else { return }
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0), "\(name): \(crashNote)")
    #expect(terminal.isRestored, "\(name)")
  }

  /// What the program wrote about its own crash; empty if it did not crash.
  private var crashNote: String {
    let state = folder.folder.path + "/state/bisectty"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: state)) ?? []
    let note = names.first { $0.hasPrefix("crash-") }
    return note.flatMap { try? String(contentsOfFile: "\(state)/\($0)", encoding: .utf8) } ?? ""
  }
}
