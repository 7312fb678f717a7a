import Foundation
import Screen
import TestSupport
import Testing

@testable import Workbench

/// Nothing that keys, mouse, window and outside do in any order breaks the workbench.
///
/// The suite takes a few seeds. `BISECTTY_LONG_RUNS=500 swift test --filter LongRunTests` takes 500,
/// from the number in `BISECTTY_FIRST_SEED` on; a failure names its seed.
@Suite struct LongRunTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seeds: Range<UInt64> = {
    let first = environment["BISECTTY_FIRST_SEED"].flatMap { UInt64($0) } ?? 1
    return first..<first + (environment["BISECTTY_LONG_RUNS"].flatMap { UInt64($0) } ?? 3)
  }()

  @Test func noOrderOfEventsBreaksTheWorkbench() throws {
    for seed in Self.seeds {
      var run = try LongRun(seed: seed)
      for step in 0..<100 {
        guard run.step() else {
          Issue.record("seed \(seed), step \(step), after \(run.latest): \(run.problems)")
          return
        }
      }
    }
  }

  /// A window of any size, and back at the first one, has the same selection in every pane.
  @Test func resizingLosesNoSelection() throws {
    var events = RandomEvents(seed: 7)
    for pane in Pane.allCases {
      var bench = try Bench(["culprit-wrong", "timeout"])
      bench.press("2 j 3 j 4 j j 5 j 6 G k \(pane.rawValue) j")
      let before = bench.model
      for _ in 0..<40 {
        bench.send(.input(.resize(events.size)))
        #expect(bench.model.desk.focus == pane)
        #expect(bench.model.focusedState.cursor == before.focusedState.cursor)
        #expect(bench.model.selectedStep == before.selectedStep)
        #expect(bench.model.selectedFrame == before.selectedFrame)
      }
      bench.send(.input(.resize(before.size)))
      for pane in Pane.allCases {
        #expect(
          bench.model.desk.states[pane]?.cursor == before.desk.states[pane]?.cursor, "\(pane)")
      }
      #expect(bench.model.list.selected == before.list.selected)
    }
  }
}

/// A workbench to which things happen, and the screen of someone who is only told what changes.
private struct LongRun {
  private var bench: Bench
  private var events: RandomEvents
  private var shown: ScreenBuffer
  /// What the last step sent, for the report.
  private(set) var latest = ""
  /// What did not hold after it.
  private(set) var problems: [String] = []

  init(seed: UInt64) throws {
    events = RandomEvents(seed: seed)
    let names: [String] = events.number(0...3) == 0 ? ["culprit-wrong-foreign"] : []
    bench = try Bench(names)
    shown = bench.model.render()
  }

  /// Makes something happen and returns whether all is well after it.
  mutating func step() -> Bool {
    bench.holdsAnswers = events.number(0...9) == 0
    let messages: [Message] =
      events.number(0...9) == 0
      ? [events.message(for: bench.model)].compactMap { $0 }
      : events.burst(in: bench.model.size).map { .input($0) }
    for message in messages {
      latest = String(describing: message).prefix(300).description
      bench.send(message)
      problems += Invariants.broken(in: bench.model)
    }
    if !bench.holdsAnswers { bench.sendHeldAnswers() }
    problems += Invariants.broken(in: bench.model)
    show()
    return problems.isEmpty
  }

  /// Draws what changed over what is shown; that must be what a fresh drawing shows.
  private mutating func show() {
    let fresh = bench.model.render()
    if let cursor = fresh.cursor, !fresh.bounds.contains(row: cursor.row, column: cursor.column) {
      problems.append("the cursor stands outside the screen, at \(cursor)")
    }
    if fresh.size != shown.size { shown = ScreenBuffer(size: fresh.size) }
    for run in fresh.changes(since: shown) {
      for column in run.columns where fresh[run.row, column].width > 0 {
        shown[run.row, column] = fresh[run.row, column]
      }
    }
    shown.cursor = fresh.cursor
    if shown != fresh { problems.append("the screen is not what it would be if drawn anew") }
    if bench.model.render() != fresh { problems.append("drawing twice gives two screens") }
  }
}
