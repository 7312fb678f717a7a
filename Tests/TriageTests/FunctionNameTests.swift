import BisectionLog
import Testing
import Triage

/// Functions of Rust and C++ in reports: found, classed and titled by their readable names.
@Suite struct FunctionNameTests {
  private static let mangled =
    "_RNvMs2_NtCs5Ao7zXbWKs1_11rust_binder7processNtB5_7Process10update_ref"
  private static let readable = "<rust_binder::process::Process>::update_ref"

  private static let report = """
    BUG: KASAN: slab-use-after-free in \(mangled)+0x1a2/0x300
    Read of size 8 at addr ffff888012345678 by task lamp/5843

    CPU: 0 UID: 0 PID: 5843 Comm: lamp Not tainted 6.15.0 #0
    Call Trace:
     <TASK>
     dump_stack_lvl+0x189/0x250
     kasan_report+0x118/0x150
     \(mangled).llvm.77+0x1a2/0x300 drivers/android/binder/process.rs:10
     _Z8fakeNamev+0x2/0x3 [lamp]
     </TASK>
    """

  private var text: SourceText { SourceText(Array(Self.report.utf8)) }

  @Test func theTitleHasTheReadableName() {
    let report = CrashReport(parsing: text)
    let guilt = Guilt(of: report, in: text)
    #expect(guilt.derivedTitle == "KASAN: slab-use-after-free Read in \(Self.readable)")
    #expect(guilt.function == Self.readable)
    #expect(guilt.frame == Guilt.FramePlace(stack: 0, frame: 2))
  }

  /// syzbot's titles had mangled names before 2025 and have readable ones since.
  @Test(arguments: [mangled, readable])
  func aTitleOfEitherKindFindsTheFrame(name: String) {
    let report = CrashReport(parsing: text)
    let guilt = Guilt(of: report, in: text, title: "WARNING in \(name)")
    #expect(guilt.frame == Guilt.FramePlace(stack: 0, frame: 2))
  }

  @Test func theMangledNameStaysAsAValue() throws {
    let report = CrashReport(parsing: text)
    let frames = try #require(report.stacks.first).frames
    #expect(frames.map { $0.plainFunction(in: text) }.suffix(2) == [Self.readable, "fakeName"])
    #expect(frames[2].mangledFunction(in: text) == Self.mangled + ".llvm.77")
    #expect(frames[0].mangledFunction(in: text) == nil)
  }
}
