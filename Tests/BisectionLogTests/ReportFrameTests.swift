import BisectionLog
import Testing

/// What is read from a single line that names a function.
@Suite struct ReportFrameTests {
  /// A frame as one line of text: function, offset/size, place, marks.
  private func frames(_ line: String) -> [String] {
    let text = SourceText(Array(line.utf8))
    let report = CrashReport(parsing: text)
    return report.stacks.flatMap(\.frames).map { frame in
      var words = [text.string(frame.function)]
      if let offset = frame.offset, let size = frame.size {
        words.append("+" + String(offset, radix: 16) + "/" + String(size, radix: 16))
      }
      if let file = frame.file { words.append(text.string(file) + ":\(frame.line ?? 0)") }
      if let module = frame.module { words.append("[" + text.string(module) + "]") }
      if let register = frame.register { words.append("in " + text.string(register)) }
      if frame.inlined { words.append("inlined") }
      if !frame.reliable { words.append("unreliable") }
      if frame.form != .call { words.append(frame.form.rawValue) }
      return words.joined(separator: " ")
    }
  }

  @Test(arguments: [
    (" lamp_on+0x2b/0x3e0 drivers/lamp/core.c:61", "lamp_on +2b/3e0 drivers/lamp/core.c:61"),
    ("lamp_on+0x2b/0x3e0", "lamp_on +2b/3e0"),
    (" lamp_on.part.40+0x2b/0x3e0 [lamp]", "lamp_on.part.40 +2b/3e0 [lamp]"),
    (
      " lamp_on+0x2b/0x3e0 [lamp 0123456789abcdef0123456789abcdef01234567]",
      "lamp_on +2b/3e0 [lamp]"
    ),
    (
      " lamp_on drivers/lamp/core.c:61 [inline] [lamp]",
      "lamp_on drivers/lamp/core.c:61 [lamp] inlined"
    ),
    (" lamp_on drivers/lamp/core.c:61", "lamp_on drivers/lamp/core.c:61"),
    (" ? lamp_on+0x2b/0x3e0", "lamp_on +2b/3e0 unreliable"),
    (" [<ffffffff8123abcd>] lamp_on+0x2b/0x3e0", "lamp_on +2b/3e0"),
    (" [<ffffffff8123abcd>] ? lamp_on+0x2b/0x3e0", "lamp_on +2b/3e0 unreliable"),
    (
      " [<     inline     >] lamp_on drivers/lamp/core.c:61",
      "lamp_on drivers/lamp/core.c:61 inlined"
    ),
    (" <IRQ>  [<ffffffff8123abcd>] lamp_on+0x2b/0x3e0", "lamp_on +2b/3e0 tagged"),
    (" <IRQ> [  168.317567]  [<ffffffff8123abcd>] lamp_on+0x2b/0x3e0", "lamp_on +2b/3e0 tagged"),
    (" lamp_on+0x2b/0x3e0 a/b.c:61 a/b.c:61", "lamp_on +2b/3e0 a/b.c:61"),
    (" lamp_on a/b.c:61 [inline] a/c.c:12", "lamp_on a/b.c:61 inlined"),
    (" lamp_on+0x2b/0x3e0 (P)", "lamp_on +2b/3e0"),
    (" lamp_on+0x2b/0x3e0 (PF) a/b.c:61", "lamp_on +2b/3e0 a/b.c:61"),
    ("[c00000001] [c00000002] lamp_on+0x2b/0x3e0 (unreliable)", "lamp_on +2b/3e0 unreliable"),
    (" lamp_on+0x2b/0x3e0 /build/linux/a/b.c:61", "lamp_on +2b/3e0 /build/linux/a/b.c:61"),
    (
      " <lamp::Lamp as core::Drop>::drop+0x1f/0x40",
      "<lamp::Lamp as core::Drop>::drop +1f/40"
    ),
    ("    [<00000000c4a7a8e7>] lamp_on+0x2b/0x3e0", "lamp_on +2b/3e0"),
    ("        (ptrval): 0xffffffff8123abcd (lamp_on+0x2b/0x3e0)", "lamp_on +2b/3e0"),
    (" lamp_on+0x2b/0xffffffffffffffffff", "lamp_on +2b/ffffffffffffffff"),
  ])
  func lines(line: String, expected: String) {
    #expect(frames(line) == [expected])
  }

  @Test(arguments: [
    ("RIP: 0010:lamp_on+0x2b/0x3e0 a/b.c:61", "lamp_on +2b/3e0 a/b.c:61 in RIP register"),
    ("RIP: 0010:lamp_dim a/b.c:9 [inline]", "lamp_dim a/b.c:9 in RIP inlined register"),
    (
      "RIP: 0010:[<ffffffff8123abcd>]  [<ffffffff8123abcd>] lamp_on+0x2b/0x3e0",
      "lamp_on +2b/3e0 in RIP register"
    ),
    ("RIP  [<ffffffff8123abcd>] lamp_on+0x2b/0x3e0", "lamp_on +2b/3e0 in RIP register"),
    ("EIP: lamp_on+0x2b/0x3e0", "lamp_on +2b/3e0 in EIP register"),
    ("EIP is at lamp_on+0x2b/0x3e0", "lamp_on +2b/3e0 in EIP register"),
    ("IP: [<ffffffff8123abcd>] lamp_on+0x2b/0x3e0", "lamp_on +2b/3e0 in IP register"),
    ("pc : lamp_on+0x2b/0x3e0 a/b.c:61", "lamp_on +2b/3e0 a/b.c:61 in pc register"),
    ("lr : lamp_dim a/b.c:9 [inline]", "lamp_dim a/b.c:9 in lr inlined register"),
    ("PC is at lamp_on+0x2b/0x3e0", "lamp_on +2b/3e0 in PC register"),
    ("LR is at lamp_on+0x2b/0x3e0", "lamp_on +2b/3e0 in LR register"),
    ("epc : lamp_on+0x2b/0x3e0", "lamp_on +2b/3e0 in epc register"),
    (" ra : lamp_on+0x2b/0x3e0", "lamp_on +2b/3e0 in ra register"),
    ("NIP [c00000000012ab] lamp_on+0x2b/0x3e0", "lamp_on +2b/3e0 in NIP register"),
    ("LR [c00000000012ab] lamp_on+0x2b/0x3e0", "lamp_on +2b/3e0 in LR register"),
    ("--- interrupt: 700 at lamp_on+0x2b/0x3e0", "lamp_on +2b/3e0 register"),
  ])
  func registers(line: String, expected: String) {
    #expect(frames(line) == [expected])
  }

  @Test(arguments: [
    (
      " #0: ffff8880 (&lamp->lock){+.+.}-{3:3}, at: lamp_on+0x2b/0x3e0 a/b.c:61",
      "lamp_on +2b/3e0 a/b.c:61 lock"
    ),
    (
      " #1: ffff8880 (&lamp->lock){+.+.}, at: [<ffffffff8123abcd>] lamp_on+0x2b/0x3e0",
      "lamp_on +2b/3e0 lock"
    ),
    (
      " #1: ffff8880 (&lamp->lock){+.+.}, at: lamp_dim a/b.c:9 [inline]",
      "lamp_dim a/b.c:9 inlined lock"
    ),
    ("caller is lamp_on+0x2b/0x3e0", "lamp_on +2b/3e0 mention"),
    (
      "hardirqs last  enabled at (12): [<ffffffff8123abcd>] lamp_on+0x2b/0x3e0 a/b.c:61",
      "lamp_on +2b/3e0 a/b.c:61 state"
    ),
    (" ... key      at: [<ffffffff8123abcd>] lamp_key.8+0x0/0x40", "lamp_key.8 +0/40 lock"),
  ])
  func mentions(line: String, expected: String) {
    #expect(frames(line) == [expected])
  }

  /// A line of 32-bit arm names the called function, too.
  @Test func armNamesTwoFunctions() throws {
    let old = """
      Backtrace:
      [<8010e300>] (lamp_dim) from [<80b12478>] (lamp_on+0xa0/0xc0 a/b.c:61)
       r7:00000001 r6:60000113
      [<80b123d8>] (lamp_on) from [<80b12480>] (lamp_open a/b.c:70 [inline])
      [<80b123d8>] (lamp_on) from [<80b12480>] (lamp_probe+0x1/0x2)
      """
    #expect(
      frames(old) == [
        "lamp_on +a0/c0 a/b.c:61", "lamp_open a/b.c:70 inlined", "lamp_probe +1/2",
      ])
    #expect(frames(" lamp_dim from lamp_on+0xa0/0xc0") == ["lamp_on +a0/c0"])
    let text = SourceText(Array(old.utf8))
    let stack = try #require(CrashReport(parsing: text).stacks.first)
    #expect(stack.frames.map { $0.callee.map(text.string) } == ["lamp_dim", "lamp_on", "lamp_on"])
  }

  @Test(arguments: [
    "RIP: 0033:0x45c369", "R10: 0000000000000000 R11: 0000000000000246 R12: 000000000078bfac",
    "Code: 8d b6 fb ff c3 66 2e 0f 1f 84", "lamp+0x12", " it happened at a.c:12 or so",
    " lamp_on+0xzz/0x10", "", " ", "+0x1/0x2", "[<", "at: ", "<IRQ>", " ? ", "(",
  ])
  func linesWithoutFrames(line: String) {
    #expect(frames(line).isEmpty)
  }

  @Test(arguments: [
    ("[   12.345678] ", ConsoleContext.console), ("[   12.345678][ T5851] ", .task(5851)),
    ("[   12.345678][    C1] ", .processor(1)), ("<4>[12.3][T1] ", .task(1)),
    ("** 17 printk messages dropped ** [   12.345678] ", .console),
    ("lamp login: [   12.345678][    C1] ", .processor(1)), ("", .none),
  ])
  func consolePrefixes(prefix: String, context: ConsoleContext) throws {
    let text = SourceText(Array((prefix + " lamp_on+0x2b/0x3e0").utf8))
    let stack = try #require(CrashReport(parsing: text).stacks.first)
    #expect(stack.console == context)
    #expect(text.string(stack.frames[0].function) == "lamp_on")
  }

  @Test(arguments: [
    ("link_path_walk.part.40", "link_path_walk"), ("lamp_on.isra.7.cold.61", "lamp_on"),
    ("lamp_on", "lamp_on"), (".lamp_on", ".lamp_on"), ("lamp::on.llvm.1", "lamp::on.llvm.1"),
    ("", ""),
  ])
  func cleanNames(name: String, clean: String) {
    #expect(FunctionName.clean(name) == clean)
  }
}
