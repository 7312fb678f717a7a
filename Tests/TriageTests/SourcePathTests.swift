import Testing

@testable import Triage

@Suite struct SourcePathTests {
  @Test func detoursAreTaken() {
    #expect(SourcePath("arch/x86/kvm/../../../virt/kvm/kvm_main.c").text == "virt/kvm/kvm_main.c")
    #expect(SourcePath("./include/linux/list.h").text == "include/linux/list.h")
    #expect(SourcePath("../../..").text == "../../..")
  }

  @Test(arguments: [
    ("fs/aio.c", true), ("arch/x86/mm/fault.c", true), ("arch/arm64/mm/fault.c", false),
    ("Documentation/admin-guide/mm.rst", false), ("tools/perf/perf.c", false),
    ("drivers/net/Kconfig", false), ("fs/Makefile", false), ("net", true),
    ("drivers/tools/selftests/x.c", false), ("include/uapi/linux/can.h", true),
    ("arch/x86/entry/syscalls/syscall_64.tbl", false),
  ])
  func whatIsCompiledForX86(path: String, isCompiled: Bool) {
    #expect(SourcePath(path).isCompiled(for: "x86") == isCompiled)
  }

  @Test func numbersReadWell() {
    #expect(Words.grouped(1_234_567) == "1,234,567")
    #expect(Words.grouped(100) == "100")
    #expect(Words.percent(0.0001) == "less than 1 %")
    #expect(Words.percent(0.9999) == "more than 99 %")
    #expect(Words.percent(1) == "100 %")
  }
}
