import BisectionLog
import Testing
import Triage

@testable import Workbench

/// Jumps over the frames that share a file or a function.
@Suite struct FollowingFramesTests {
  /// A report whose `put_page` is in three stacks and whose `fs/b.c` has four frames.
  private static let report = """
    BUG: KASAN: use-after-free in read_b+0x10/0x20 fs/b.c:10
    Read of size 8 at addr ffff888012345678 by task cat/77
    CPU: 0 PID: 77 Comm: cat Not tainted 5.9.0 #0
    Call Trace:
     read_b+0x10/0x20 fs/b.c:10
     walk_b fs/b.c:30 [inline]
     put_page.part.4+0x10/0x20 mm/a.c:20
     do_syscall_64+0x2d/0x70 arch/x86/entry/common.c:46
     entry_SYSCALL_64_after_hwframe+0x44/0xa9

    Allocated by task 77:
     kasan_save_stack+0x1b/0x40 mm/kasan/common.c:48
     kasan_set_track mm/kasan/common.c:56 [inline]
     make_b+0x10/0x20 fs/b.c:50
     put_page+0x10/0x20 mm/a.c:20

    Freed by task 77:
     kasan_save_stack+0x1b/0x40 mm/kasan/common.c:48
     kasan_set_track+0x1c/0x30 mm/kasan/common.c:56
     free_c+0x10/0x20 fs/c.c:50
     put_page+0x10/0x20 mm/a.c:20
     put_page+0x10/0x20 mm/a.c:20
     drop_b+0x10/0x20 fs/b.c:70

    """

  private func bench() throws -> Bench {
    var bench = try Bench(text: Self.report)
    bench.press("5 f")
    return bench
  }

  /// The function under the cursor.
  private func function(_ bench: Bench) -> String? {
    guard let place = bench.model.selectedFrame, let opened = bench.model.opened else { return nil }
    return opened.log.string(opened.log.crash?.stacks[place.stack].frames[place.frame].function)
  }

  @Test func theFramesOfAFileAreGoneThroughInACircle() throws {
    var bench = try bench()
    #expect(function(bench) == "read_b")
    var seen: [String?] = []
    for _ in 0..<4 {
      bench.press(";")
      seen.append(function(bench))
    }
    #expect(seen == ["walk_b", "make_b", "drop_b", "read_b"])
    #expect(bench.model.status?.text == "1 of 4 frames in fs/b.c")
    bench.press(",")
    #expect(function(bench) == "drop_b")
    #expect(bench.model.status?.text == "4 of 4 frames in fs/b.c")
  }

  @Test func aLoneFrameOfItsFileSaysSoAndStays() throws {
    var bench = try bench()
    while function(bench) != "free_c" { bench.press("]") }
    bench.press(";")
    #expect(function(bench) == "free_c")
    #expect(bench.model.status?.text == "No other frame is in fs/c.c")
    bench.press("}")
    bench.press("{ ;")
    #expect(bench.model.status?.text == "This row names no source file")
  }

  @Test func aFunctionIsFoundInTheOtherStacksWhateverItsSuffix() throws {
    var bench = try bench()
    while function(bench) != "put_page.part.4" { bench.press("]") }
    var seen: [Int?] = []
    for _ in 0..<3 {
      bench.press("*")
      seen.append(bench.model.selectedFrame?.stack)
    }
    #expect(seen == [1, 2, 0])
    #expect(bench.model.status?.text == "1 of 3 stacks with put_page")
    bench.press("#")
    #expect(bench.model.selectedFrame?.stack == 2)
    // Where a stack has the function twice, the first is taken.
    #expect(bench.model.selectedFrame?.frame == 3)
    bench.press("Backspace")
    #expect(bench.model.selectedFrame?.stack == 0)
  }

  @Test func aFunctionOfOneStackSaysSo() throws {
    var bench = try bench()
    bench.press("*")
    #expect(bench.model.status?.text == "No other stack has read_b")
    #expect(function(bench) == "read_b")
  }

  @Test func aFoldedFrameIsShownWhenOneGoesToIt() throws {
    var bench = try bench()
    let folded = { (bench: Bench) in
      bench.model.stack.rows.count { if case .folded = $0 { true } else { false } }
    }
    #expect(folded(bench) == 3)
    bench.press("%")
    bench.type("kasan/common.c")
    bench.press("Enter")
    #expect(function(bench) == "kasan_save_stack")
    bench.press("*")
    #expect(bench.model.selectedFrame?.stack == 2)
    #expect(function(bench) == "kasan_save_stack")
    bench.press("o o")
    #expect(folded(bench) == 3)
  }

  @Test func enterUnfoldsTheRowUnderTheCursorAlone() throws {
    var bench = try bench()
    while bench.stackRow.stack != 1 { bench.press("j") }
    bench.press("j Enter")
    #expect(function(bench) == "kasan_save_stack")
    let shown = bench.model.stack.rows.compactMap(\.place).filter { $0.frame == 0 }.map(\.stack)
    #expect(shown == [0, 1])
  }

  @Test func aTypedFileIsFollowedWhileOneTypesAndAfterwards() throws {
    var bench = try bench()
    bench.press("%")
    bench.type("fs/")
    #expect(function(bench) == "read_b")
    #expect(bench.row(with: "frames in file")?.contains("1 of 5 frames in fs/") == true)
    bench.type("c")
    #expect(function(bench) == "free_c")
    bench.press("Backspace Enter ; ;")
    #expect(function(bench) == "make_b")
    bench.press(";")
    #expect(function(bench) == "free_c")
    #expect(bench.model.status?.text == "4 of 5 frames in fs/")
  }

  @Test func escapeLeadsBackToWhereOneAskedForAFile() throws {
    var bench = try bench()
    bench.press("3 %")
    bench.type("fs/c.c")
    #expect(function(bench) == "free_c")
    bench.press("Escape")
    #expect(bench.model.desk.focus == .results)
    bench.press("5 ] %")
    bench.type("fs/c.c")
    bench.press("Escape")
    #expect(function(bench) == "walk_b")
    bench.press("%")
    bench.type("nowhere.c")
    bench.press("Enter")
    #expect(bench.model.status?.text == "No frame is in a file with “nowhere.c”")
  }

  @Test func tabListsTheFilesOfTheReport() throws {
    var bench = try bench()
    bench.press("% Tab")
    #expect(bench.row(with: "4 frames")?.contains("fs/b.c") == true)
    let rows = bench.screen.split(separator: "\n")
    #expect(rows.contains { $0.contains("fs/c.c") && $0.contains("1 frame ") })
  }

  @Test func stacksAreChosenInTheOrderOfInterest() throws {
    var bench = try bench()
    bench.press("O")
    let rows = bench.screen.split(separator: "\n").filter {
      $0.contains("guilty frame") || $0.contains("freed the memory")
    }
    #expect(rows.first?.contains("1  Call trace") == true)
    #expect(rows.first?.contains("guilty frame") == true)
    bench.press("2")
    #expect(bench.model.selectedFrame?.stack == 2)
    #expect(function(bench) == "free_c")
  }

  @Test func aLogWithoutStacksSaysSo() throws {
    var bench = try Bench(text: "bisecting cause commit starting from abc\n")
    for (keys, text) in [
      ("*", "This row names no function"), (";", "This row names no source file"),
      ("%", "There is no stack to go to"), ("O", "There is no stack to go to"),
    ] {
      bench.press(keys)
      #expect(bench.model.status?.text == text)
    }
  }
}
