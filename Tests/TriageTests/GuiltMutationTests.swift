import BisectionLog
import Testing
import Triage

/// Damaged reports are read to the end, whatever is left of them.
@Suite struct GuiltMutationTests {
  private let report = """
    [   12.000001][   T77] ------------[ cut here ]------------
    [   12.000002][   T77] WARNING: possible circular locking dependency detected
    [   12.000003][   T77] syz-executor.1/77 is trying to acquire lock:
    [   12.000004][   T77] ffff8880 (&lamp->lock){+.+.}-{3:3}, at: lamp_on+0x2b/0x3e0 a/b.c:61
    [   12.000005][   T77] -> #0 (&lamp->lock){+.+.}-{3:3}:
    [   12.000006][   T77]        lamp_dim a/b.c:9 [inline] [lamp]
    [   12.000007][   T77] 2 locks held by syz-executor.1/77:
    [   12.000008][   T77] CPU: 1 UID: 0 PID: 77 Comm: syz-executor.1 Not tainted 6.9.0 #0
    [   12.000009][   T77] RIP: 0010:[<ffffffff8123abcd>]  [<ffffffff8123abcd>] lamp_on+0x52/0x90
    [   12.000010][   T77] Call Trace:
    [   12.000011][   T77]  <IRQ> [<8010e300>] (lamp_dim) from [<80b12478>] (lamp_on+0xa0/0xc0)
    [   12.000012][   T77]  </IRQ>
    [   12.000013][   T77] BUG: KASAN: use-after-free in <lamp::Lamp>::on+0x1/0x2
    [   12.000014][   T77] INFO: task a:1 blocked for more than 143 seconds.
    [   12.000015][   T77] kernel BUG at fs/aio.c:618!
    """

  /// Reads some bytes completely and checks what always holds.
  private func read(_ bytes: [UInt8]) {
    let text = SourceText(bytes)
    let report = CrashReport(parsing: text)
    let guilt = Guilt(of: report, in: text)
    _ = Guilt(of: report, in: text, title: guilt.derivedTitle)
    for (index, stack) in report.stacks.enumerated() {
      #expect(stack.index == index)
      #expect(!stack.frames.isEmpty)
      #expect(stack.frames.allSatisfy { stack.lines.contains($0.logLine) })
      #expect(stack.machineFrames.last?.upperBound == stack.frames.count)
    }
    let places = [guilt.frame].compactMap { $0 }
    #expect(places.allSatisfy { report.stacks[$0.stack].frames.indices.contains($0.frame) })
    #expect(
      guilt.candidates.allSatisfy { report.stacks[$0.stack].frames.indices.contains($0.frame) })
  }

  @Test func cutAnywhere() {
    let bytes = Array(report.utf8)
    for end in stride(from: 0, to: bytes.count, by: 7) {
      read(Array(bytes[..<end]))
      read(Array(bytes[end...]))
    }
  }

  @Test func changedAnywhere() {
    let original = Array(report.utf8)
    let intruders = Array("[]()<>:+#0x \n\t\0\u{7f}%".utf8) + [0xFF, 0xC3]
    var bytes = original
    for step in 0..<400 {
      // Two primes walk through all places and intruders without a source of chance.
      bytes[step &* 131 % bytes.count] = intruders[step &* 7 % intruders.count]
      read(bytes)
      if step % 40 == 39 { bytes = original }
    }
  }
}
