import TestSupport
import Testing

@testable import BisectionLog

/// Registers, code and what else a report tells beside its stacks.
@Suite struct MachineTests {
  private static let fault = """
    general protection fault, probably for non-canonical address 0xdffffc0000000021: 0000 [#1] SMP
    CPU: 0 PID: 77 Comm: cat Not tainted 5.12.0 #0
    RIP: 0010:attach+0xa7/0x410 drivers/b.c:914
    Code: 48 89 fa 48 c1 ea 03 <0f> b6 04 02 84 c0
    RSP: 0018:ffffc90001917b98 EFLAGS: 00010206
    RAX: dffffc0000000000 RBX: 1ffff92000322f74 RCX: 0000000000000000
    FS:  00007f0e97f52700(0000) GS:ffff8880b9e00000(0000) knlGS:0000000000000000
    CR2: 00007f0e97f30d38 CR3: 0000000013bb4000 CR4: 00000000003506f0
    Call Trace:
     open_b+0x10/0x20 drivers/b.c:20
     entry_SYSCALL_64_after_hwframe+0x44/0xa9
    RIP: 0033:0x7f0e987dd109
    Code: ff ff c3 66 <48> 3d 01 f0
    RSP: 002b:00007f0e97f52168 EFLAGS: 00000246 ORIG_RAX: 0000000000000010
    RAX: ffffffffffffffda RBX: 00007f0e988eff60 RCX: 00007f0e987dd109
    ---[ end trace ad64c48785514804 ]---
    RIP: 0010:attach+0xa7/0x410 drivers/b.c:914
    Code: 48 89 fa 48 c1 ea 03 <0f> b6 04 02 84 c0
    RSP: 0018:ffffc90001917b98 EFLAGS: 00010206
    RAX: dffffc0000000000 RBX: 1ffff92000322f74 RCX: 0000000000000000
    FS:  00007f0e97f52700(0000) GS:ffff8880b9e00000(0000) knlGS:0000000000000000
    CR2: 00007f0e97f30d38 CR3: 0000000013bb4000 CR4: 00000000003506f0
    ----------------
    Code disassembly (best guess):
       0:\t48 89 fa             \tmov    %rdi,%rdx
    * 2a:\t0f b6 04 02          \tmovzbl (%rdx,%rax,1),%eax <-- trapping instruction
      2e:\t84 c0                \ttest   %al,%al

    """

  private func blocks(_ text: String) -> [MachineBlock] {
    let source = SourceText(Array(text.utf8))
    return CrashReport(parsing: source).machineBlocks(in: source)
  }

  @Test func eachInstructionPointerBeginsABlockAndCodeIsFollowedByItsDisassembly() {
    let found = blocks(Self.fault)
    #expect(
      found.map(\.kind) == [.registers, .disassembly, .userRegisters, .registers])
    #expect(found.map { $0.rows.first?.line } == [3, 25, 12, 17])
    #expect(found.map(\.repeats) == [nil, nil, nil, 0])
    #expect(found.first?.rows.first?.content == .pointer(stack: 0, frame: 0))
  }

  @Test func theMarkedByteAndTheTrappingInstructionAreFound() throws {
    let found = blocks(Self.fault)
    let code = found[0].rows.compactMap { row -> [CodePiece]? in
      if case .code(let pieces) = row.content { pieces } else { nil }
    }
    #expect(code.first?.filter(\.isMarked).map(\.digits) == ["0f"])
    #expect(code.first?.count == 13)
    let trapped = found[1].rows.compactMap { row -> Instruction? in
      guard case .instruction(let instruction) = row.content else { return nil }
      return instruction.isTrapping ? instruction : nil
    }
    #expect(trapped.map(\.offset) == ["2a"])
    #expect(trapped.first?.bytes == "0f b6 04 02")
    #expect(trapped.first?.text == "movzbl (%rdx,%rax,1),%eax")
  }

  @Test(arguments: [
    (
      "RSP: 0018:ffffc90001917b98 EFLAGS: 00010206",
      ["RSP=0018:ffffc90001917b98", "EFLAGS=00010206"]
    ),
    (
      "FS:  00007f0e97f52700(0000) GS:ffff8880b9e00000(0000) knlGS:0000000000000000",
      ["FS=00007f0e97f52700(0000)", "GS=ffff8880b9e00000(0000)", "knlGS=0000000000000000"]
    ),
    (
      "x9 : 5d8fca8ff35a965c x8 : 0000000000000000", ["x9=5d8fca8ff35a965c", "x8=0000000000000000"]
    ),
    ("sp : ffff80000aff39f0", ["sp=ffff80000aff39f0"]),
    (
      "pstate: 60400009 (nZCv daif +PAN -UAO BTYPE=--)",
      ["pstate=60400009 (nZCv daif +PAN -UAO BTYPE=--)"]
    ),
    (" r10:850f5200 r9:00000024", ["r10=850f5200", "r9=00000024"]),
    (
      "pc : [<802b4048>]    lr : [<802e1324>]    psr: 60000193",
      ["pc=[<802b4048>]", "lr=[<802e1324>]", "psr=60000193"]
    ),
    ("GPR00: c00000000022d784 c00000007a3ef970", ["GPR00=c00000000022d784 c00000007a3ef970"]),
    ("RAX:", ["RAX="]), ("RAX: RBX: 1", ["RAX=", "RBX=1"]), (": 1", []), ("", []),
    ("8000:  e0728044", []),
  ])
  func registersAreReadAsPrinted(line: String, values: [String]) {
    #expect(RegisterValue.row(line).map { "\($0.name)=\($0.text)" } == values)
  }

  @Test(
    arguments: [
      ("0018:ffffc90001917b98", 0xffff_c900_0191_7b98),
      ("00007f0e97f52700(0000)", 0x7f0e_97f5_2700),
      ("[<802b4048>]", 0x802b_4048), ("0x45c369", 0x45_c369), ("60400009 (nZCv)", 0x6040_0009),
      ("", nil), ("on", nil),
    ] as [(String, UInt64?)])
  func numbersStandBesideSegmentsAndRemarks(text: String, number: UInt64?) {
    #expect(RegisterValue(name: "r", text: text).number == number)
  }

  @Test(arguments: ["Code: Bad RIP value.", "Code:", "Code: 0f zz", "Code: <>"])
  func codeWithoutBytesIsText(line: String) {
    #expect(CodePiece.row(line) == nil)
  }

  @Test(arguments: ["", "*", "  12", " zz:\t00\tnop", "Code disassembly (best guess):", "\t\t"])
  func whatIsNoInstructionIsNone(line: String) {
    #expect(Instruction(line) == nil)
  }

  @Test func theScenarioOfLocksIsWhole() {
    let found = blocks(
      """
      WARNING: possible irq lock inversion dependency detected
       Possible interrupt unsafe locking scenario:

             CPU0                    CPU1
             ----                    ----
        lock(a);
                                     local_irq_disable();
                                     lock(b);
        <Interrupt>
          lock(b);

       *** DEADLOCK ***

      1 lock held by cat/77:

      """)
    #expect(found.map(\.kind) == [.lockScenario])
    #expect(found.first?.rows.map(\.line) == [2, 4, 5, 6, 7, 8, 9, 10, 12])
  }

  @Test(.enabled(if: Corpus.folder != nil, Comment(rawValue: Corpus.absence)))
  func theRowsOfEveryReportAreLinesOfIt() throws {
    var blocksFound = 0
    for path in try ReportCorpus.reports() {
      let source = SourceText(try Corpus.bytes(path))
      let report = CrashReport(parsing: source)
      let found = report.machineBlocks(in: source)
      blocksFound += found.count
      let lines = found.flatMap(\.rows).map(\.line)
      #expect(Set(lines).count == lines.count, "\(path)")
      #expect(lines.allSatisfy(report.lines.contains), "\(path)")
      for (index, block) in found.enumerated() {
        #expect(!block.rows.isEmpty, "\(path)")
        #expect(block.stack.map(report.stacks.indices.contains) ?? true, "\(path)")
        #expect(block.repeats.map { $0 < index } ?? true, "\(path)")
      }
    }
    #expect(blocksFound > 300)
  }
}
