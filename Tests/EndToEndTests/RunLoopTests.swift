import Dispatch
import Glibc
import Inputs
import Reviews
import Screen
import Synchronization
import TestSupport
import Testing
import Workbench

@testable import bisectty

@MainActor @Suite struct RunLoopTests {
  private func run(
    _ events: [InputEvent], recorder: any ReviewRecorder, endings: [ChildEnding] = []
  ) throws -> FakeTerminal {
    let terminal = FakeTerminal(size: ScreenSize(rows: 30, columns: 100), events: events)
    terminal.endings = endings
    let reviewer = try #require(Reviewer("ann"))
    let loader = LogLoader()
    loader.start([InputPath("Resources/samples/culprit-right.txt")])
    loader.waitForALog(.seconds(60))
    let model = Model(
      size: terminal.size, subject: "samples", reviewer: reviewer, kernelDirectory: "/src")
    loader.connect(terminal.waker)
    let loop = RunLoop(
      model: model, device: terminal, loader: loader, recorder: recorder,
      editor: Editor { $0 == "VISUAL" ? "vi" : nil })
    #expect(loop.run() == nil)
    return terminal
  }

  private func keys(_ text: String) -> [InputEvent] {
    text.map { .key(.character($0)) } + [.key(.character("q"))]
  }

  @Test func aDecisionThatCannotBeKeptIsToldAndNotShown() throws {
    let terminal = try run(keys("c"), recorder: try FailingKeeper())
    #expect(!terminal.screen.text.contains("Kept"))
  }

  @Test func whatIsCopiedGoesToTheClipboard() throws {
    let terminal = try run(keys("yt"), recorder: try FailingKeeper())
    #expect(terminal.clipboard.allSatisfy { !$0.isEmpty })
  }

  @Test func suspendingStopsTheJob() throws {
    let terminal = try run(
      [.key(.control("z")), .key(.character("q"))], recorder: try FailingKeeper())
    #expect(terminal.suspensions == 1)
  }

  /// A terminal that is slow to read must not be sent a frame for each key that piled up meanwhile.
  @Test func keysThatPiledUpShareTheirFrames() throws {
    let terminal = try run(
      keys(String(repeating: "jk", count: 1000)), recorder: try FailingKeeper())
    #expect(terminal.frames.count < 1000)
  }

  /// A frame with the cursor on the next log comes before the one with that log in the panes.
  @Test func theListAnswersBeforeTheLogIsThere() throws {
    let terminal = FakeTerminal(
      size: ScreenSize(rows: 40, columns: 120), events: [.key(.character("j"))])
    let loader = LogLoader()
    loader.start(
      ["culprit-right", "timeout"].map { InputPath("Resources/samples/\($0).txt") })
    while !loader.state.withLock(\.hasFinished) { sched_yield() }
    for id in 0...1 { while loader.open(id) == nil { sched_yield() } }
    var model = Model(
      size: terminal.size, subject: "samples", reviewer: try #require(Reviewer("ann")))
    for message in loader.messages() { _ = model.update(message) }
    loader.connect(terminal.waker)
    let loop = RunLoop(
      model: model, device: terminal, loader: loader, recorder: try FailingKeeper(), editor: nil)
    #expect(loop.run() == nil)
    let frames = terminal.frames.map { frame in
      frame.text.split(separator: "\n").map { line in
        let columns = Array(line)
        return (list: String(columns.prefix(30)), log: String(columns.suffix(60)))
      }
    }
    let first = try #require(frames.first?.dropFirst())
    let last = try #require(frames.last?.dropFirst())
    #expect(first.map(\.log) != last.map(\.log))
    #expect(
      frames.contains { frame in
        let rows = frame.dropFirst()
        return rows.map(\.list) != first.map(\.list) && rows.map(\.log) == first.map(\.log)
      })
  }

  @Test func aSignalEndsTheLoop() throws {
    let terminal = FakeTerminal(events: [.terminate(signal: 15)])
    let reviewer = try #require(Reviewer("ann"))
    let loop = RunLoop(
      model: Model(size: terminal.size, subject: "", reviewer: reviewer), device: terminal,
      loader: LogLoader(), recorder: try FailingKeeper(), editor: nil)
    #expect(loop.run() == 15)
  }
}

/// A store that takes nothing.
private final class FailingKeeper: ReviewRecorder {
  let reviewer: Reviewer

  init() throws { reviewer = try #require(Reviewer("ann")) }

  func record(_ request: ReviewRequest, in book: ReviewBook) -> Message {
    .notRecorded("the disk is full")
  }
  func news() -> Message? { nil }
  let isNotified = true
}
