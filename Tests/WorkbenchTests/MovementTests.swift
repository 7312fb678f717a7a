import BisectionLog
import Screen
import Testing
import Triage

@testable import Workbench

@Suite struct MovementTests {
  @Test func tabGoesThroughThePanesOnScreenAndBack() throws {
    var bench = try Bench()
    var seen: [Pane] = []
    for _ in 0..<5 {
      seen.append(bench.model.desk.focus)
      bench.press("Tab")
    }
    #expect(seen == [.logs, .timeline, .results, .culprit, .stack])
    #expect(bench.model.desk.focus == .logs)
    bench.press("S-Tab")
    #expect(bench.model.desk.focus == .stack)
  }

  @Test func numbersFocusPanesAndTheRawTextTakesTheStacksPlace() throws {
    var bench = try Bench()
    bench.press("6")
    #expect(bench.model.layout?.panes[.rawText] != nil)
    #expect(bench.model.layout?.panes[.stack] == nil)
    bench.press("5")
    #expect(bench.model.layout?.panes[.rawText] == nil)
    #expect(bench.model.layout?.panes[.stack] != nil)
  }

  @Test func cursorsStayInsideTheirRows() throws {
    var bench = try Bench()
    for pane in Pane.allCases {
      bench.press("\(pane.rawValue) G G j j PageDown")
      let bottom = bench.model.focusedState.cursor
      #expect(bottom == bench.model.focusedContent.selectable(near: .max, direction: -1))
      bench.press("g k PageUp C-u")
      #expect(
        bench.model.focusedState.cursor
          == bench.model.focusedContent.selectable(near: 0, direction: 1))
    }
  }

  @Test func headingsAreSteppedOver() throws {
    var bench = try Bench(["culprit-right"])
    bench.press("2 g")
    let rows = try #require(bench.model.opened?.timeline)
    for _ in rows {
      #expect(rows[bench.model.focusedState.cursor].isSelectable)
      bench.press("j")
    }
  }

  @Test func theSelectionAndItsLogSurviveEveryResize() throws {
    var bench = try Bench()
    while bench.model.opened?.log.crash == nil { bench.press("J") }
    bench.press("5 } ] ]")
    let frame = bench.model.selectedFrame
    let log = bench.model.list.selected
    #expect(frame != nil)
    for (rows, columns) in [(24, 80), (1, 1), (10, 40), (60, 200), (20, 60), (0, 0), (40, 120)] {
      bench.send(.input(.resize(ScreenSize(rows: rows, columns: columns))))
      _ = bench.screen
    }
    #expect(bench.model.selectedFrame == frame)
    #expect(bench.model.list.selected == log)
  }

  @Test func aTooSmallScreenSaysWhatItHasAndNeeds() throws {
    let bench = try Bench(rows: 10, columns: 40)
    #expect(bench.screen.contains("bisectty needs 50x12,"))
    #expect(bench.screen.contains("has 40x10."))
  }

  @Test func theRawTextFollowsTheSelectionAndLeadsBack() throws {
    var bench = try Bench(["culprit-right"])
    bench.press("2 b")
    let opened = try #require(bench.model.opened)
    let step = try #require(bench.model.selectedStep)
    bench.press("v")
    #expect(bench.model.desk.focus == .rawText)
    #expect(bench.model.focusedState.cursor + 1 == opened.log.steps[step].line)
    bench.press("v")
    #expect(bench.model.desk.focus == .timeline)
    #expect(bench.model.selectedStep == step)
  }

  @Test func aCulpritsFileLeadsToTheFrameInItAndBack() throws {
    var bench = try Bench(["culprit-right"])
    bench.press("4 /")
    bench.type("in a stack")
    bench.press("Enter")
    #expect(bench.model.desk.focus == .culprit)
    bench.press("Escape")
    let row = try #require(bench.model.cardRows.firstIndex { !$0.trail.isEmpty })
    bench.press("4 g")
    while bench.model.focusedState.cursor < row { bench.press("j") }
    bench.press("Enter")
    #expect(bench.model.desk.focus == .stack)
    let place = try #require(bench.model.selectedFrame)
    let opened = try #require(bench.model.opened)
    let frame = try #require(opened.log.crash?.stacks[place.stack].frames[place.frame])
    #expect(opened.log.string(frame.file) == bench.model.cardRows[row].text)
    bench.press("Backspace")
    #expect(bench.model.desk.focus == .culprit)
    #expect(bench.model.focusedState.cursor == row)
  }

  @Test func bracketsMoveOverFramesAndBracesOverStacksFromAnyPane() throws {
    var bench = try Bench(["culprit-right"])
    bench.press("4 }")
    let first = try #require(bench.stackRow.stack)
    bench.press("}")
    let second = try #require(bench.stackRow.stack)
    #expect(second == first + 1)
    #expect(bench.model.desk.focus == .culprit)
    bench.press("]")
    #expect(bench.model.selectedFrame?.stack == second)
    bench.press("{ {")
    #expect(bench.stackRow.stack == first)
  }

  @Test func aLogIsWrittenInTheFormThatIsChosen() throws {
    var bench = try Bench(["culprit-wrong"])
    bench.press("X t")
    guard case .write(let name, let text) = try #require(bench.effects.last) else {
      Issue.record("nothing was to be written")
      return
    }
    #expect(name.hasPrefix("bisectty-") && name.hasSuffix(".bisect.log"))
    #expect(text.contains("git bisect start"))
    bench.press("X h")
    guard case .write(_, let page) = try #require(bench.effects.last) else { return }
    #expect(page.hasPrefix("<!DOCTYPE html>") || page.hasPrefix("<!doctype html>"))
  }

  @Test func aFrameSaysWhatItWouldOpenWithoutAKernel() throws {
    var bench = try Bench(["culprit-right"])
    bench.press("5 ] Enter")
    let status = try #require(bench.model.status?.text)
    #expect(status.hasPrefix("Would open ") && status.hasSuffix("start with --kernel DIR to do it"))
    #expect(bench.effects.isEmpty)
  }

  @Test func aFrameOpensInTheEditorAtItsLine() throws {
    var bench = try Bench(["culprit-right"], kernel: "/src/linux")
    bench.press("5 /")
    bench.type("llcp_sock_getname")
    bench.press("Enter Enter")
    #expect(bench.effects == [.edit(path: "/src/linux/net/nfc/llcp_sock.c", line: 521)])
  }
}
