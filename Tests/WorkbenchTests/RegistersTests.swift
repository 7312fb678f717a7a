import BisectionLog
import Testing
import Triage

@testable import Workbench

/// The registers and the code in place of the stacks.
@Suite struct RegistersTests {
  private func bench() throws -> Bench {
    var bench = try Bench(["culprit-right"])
    bench.press("5 f")
    return bench
  }

  /// The row of the registers' view under the cursor.
  private func row(_ bench: Bench) -> RegistersRow? {
    let row = bench.model.desk.states[.stack]?.cursor ?? 0
    guard let rows = bench.model.stack.registers?.rows, rows.indices.contains(row) else {
      return nil
    }
    return rows[row]
  }

  @Test func theSameKeyLeadsToTheRegistersAndBackToTheFrame() throws {
    var bench = try bench()
    bench.press("] ]")
    let place = bench.model.selectedFrame
    let state = bench.model.desk.states[.stack]
    bench.press("A j j j")
    #expect(bench.model.stack.registers != nil)
    #expect(bench.screen.contains("5 Registers"))
    #expect(bench.model.selectedFrame == place)
    bench.press("A")
    #expect(bench.model.stack.registers == nil)
    #expect(bench.model.desk.states[.stack] == state)
    bench.press("A Escape")
    #expect(bench.model.stack.registers == nil)
    #expect(bench.model.desk.states[.stack] == state)
  }

  @Test func theRawLineOfARegisterIsAKeyAwayAndLeadsBack() throws {
    var bench = try bench()
    bench.press("A j j")
    let line = try #require(row(bench)?.line)
    bench.press("v")
    #expect(bench.model.desk.focus == .rawText)
    #expect(bench.model.focusedState.cursor + 1 == line)
    bench.press("v")
    #expect(bench.model.desk.focus == .stack)
    #expect(row(bench)?.line == line)
  }

  @Test func aPlaceInTheRegistersIsFoundAgainAfterTheyWereClosed() throws {
    var bench = try bench()
    bench.press("A j j")
    let line = try #require(row(bench)?.line)
    bench.press("f")
    #expect(bench.model.stack.registers == nil)
    bench.press("Backspace")
    #expect(row(bench)?.line == line)
    bench.press("A")
    let frame = bench.model.selectedFrame
    bench.press("4 f A")
    #expect(bench.model.stack.registers != nil)
    bench.press("] [")
    #expect(bench.model.stack.registers == nil)
    #expect(frame != nil)
  }

  @Test func enterGoesToTheFrameThatARegisterNames() throws {
    var bench = try Bench(["oldest-release"])
    bench.press("5 f A")
    let rows = try #require(bench.model.stack.registers?.rows)
    let pointer = try #require(rows.firstIndex { $0.place != nil })
    let place = try #require(rows[pointer].place)
    for _ in 0..<pointer { bench.press("j") }
    bench.press("Enter")
    #expect(bench.model.stack.registers == nil)
    #expect(bench.model.selectedFrame == Guilt.FramePlace(stack: place.stack, frame: place.frame))
  }

  @Test func bracesGoOverTheBlocks() throws {
    var bench = try bench()
    bench.press("A")
    let headings = bench.model.stack.registers?.rows.count {
      if case .heading = $0 { true } else { false }
    }
    var seen = 1
    while bench.model.status?.text != "That was the last one", seen < 50 {
      bench.press("}")
      if bench.model.status == nil { seen += 1 }
    }
    #expect(seen == headings)
    bench.press("{")
    #expect(bench.model.stack.registers != nil)
  }

  @Test func theBlocksOfTheStackUnderTheCursorStandFirst() throws {
    let report = """
      INFO: task one:11 blocked for more than 143 seconds.
      NMI backtrace for cpu 0
      CPU: 0 PID: 11 Comm: one Not tainted 5.9.0 #0
      RIP: 0010:first_fn+0x10/0x20 a.c:1
      RAX: 0000000000000001 RBX: 0000000000000000 RCX: 0000000000000000
      Call Trace:
       above_first+0x10/0x20 a.c:2

      NMI backtrace for cpu 1
      CPU: 1 PID: 12 Comm: two Not tainted 5.9.0 #0
      RIP: 0010:second_fn+0x10/0x20 b.c:1
      RAX: 0000000000000002 RBX: 0000000000000000 RCX: 0000000000000000
      Call Trace:
       above_second+0x10/0x20 b.c:2

      """
    var bench = try Bench(text: report)
    for (name, file) in [("above_second", "b.c"), ("above_first", "a.c")] {
      bench.press("5 %")
      bench.type(file)
      bench.press("Enter A")
      let first = bench.model.stack.registers?.rows.compactMap(\.place).first
      let opened = try #require(bench.model.opened)
      let frame = try #require(
        first.flatMap { opened.log.crash?.stacks[$0.stack].frames[$0.frame] })
      #expect(opened.log.string(frame.file) == file, "\(name)")
      bench.press("A")
    }
  }

  @Test func whatStrikesIsSaidBesideTheRegister() throws {
    let report = """
      general protection fault, probably for non-canonical address 0xdffffc0000000021: 0000 [#1] SMP
      KASAN: null-ptr-deref in range [0x0000000000000108-0x000000000000010f]
      RIP: 0010:attach+0xa7/0x410 drivers/b.c:914
      RAX: dead000000000100 RBX: fffffffffffffff4 RCX: 0000000000000000
      RDX: 6b6b6b6b6b6b6b6b RSI: 0000000000000008 RDI: 0000000000000109
      Call Trace:
       open_b+0x10/0x20 drivers/b.c:20

      """
    var bench = try Bench(rows: 24, columns: 140, text: report)
    bench.press("5 z A")
    #expect(bench.row(with: "RAX")?.contains("RAX: mark of a removed list entry") == true)
    #expect(bench.row(with: "RBX")?.contains("RBX: -ENOMEM, -12") == true)
    #expect(bench.row(with: "RDX")?.contains("RDX: freed memory's fill") == true)
    #expect(bench.row(with: "RDI")?.contains("RDI: the address accessed") == true)
  }

  @Test func aReportWithoutAnySaysSo() throws {
    var bench = try Bench(text: "bisecting cause commit starting from abc\n")
    bench.press("5 A")
    #expect(bench.model.status?.text == "This report shows neither registers nor code")
  }

  @Test func anotherLogShowsItsStacks() throws {
    var bench = try Bench()
    bench.open("culprit-right")
    bench.press("5 A J")
    #expect(bench.model.stack.registers == nil)
  }
}
