import BisectionLog
import Foundation
import TestSupport
import Testing

@Suite struct WrappingTests: WrappedFacts {
  private static let logs = [
    "culprit-wrong-foreign-crash", "culprit-right", "fix-found", "timeout",
  ]

  private static let breaks: [LineWrapping] = [
    .mailer(columns: 72), .mailer(columns: 78), .terminal(columns: 80),
    LineWrapping.all[9].around(.mailer(columns: 72)),
    LineWrapping.mailer(columns: 74).around(LineWrapping.all[9]),
    LineWrapping.mailer(columns: 76).around(LineWrapping.ofConsoles[0]),
  ]

  @Test(arguments: LineWrapping.all + LineWrapping.ofConsoles + breaks, logs)
  func aWrappedLogSaysTheSame(_ wrapping: LineWrapping, _ name: String) throws {
    let plain = try sample(name)
    let wrapped = wrapping.wrapped(plain)
    #expect(facts(wrapped) == facts(plain))
    let log = BisectionLog(parsing: Array(wrapped.utf8))
    #expect(LogInvariants.violations(of: log).isEmpty)
  }

  /// What runs over several lines, in the words of the compiler or of ssh, and the error at the end.
  @Test(arguments: LineWrapping.all + LineWrapping.ofConsoles)
  func whatRunsOverLinesIsWhole(_ wrapping: LineWrapping) {
    let hashes = ["1", "2", "3"].map { String(repeating: $0, count: 40) }
    // A text without long lines may have been broken by a mail program.
    let options = String(repeating: #""-o" "BatchMode=yes" "#, count: 12)
    let failures = (1...3).map { number in
      """
      run #\(number): basic kernel testing failed: failed to run ["scp" \(options)]: exit status 1
      ssh: connect to host 10.128.0.39 port 22: Connection timed out
      lost connection
      """
    }.joined(separator: "\n")
    let plain = """
      bisecting cause commit starting from \(hashes[0])
      building syzkaller on \(hashes[1])
      testing commit \(hashes[0]) with gcc (GCC) 8.1.0
      run #0: crashed: WARNING in lamp_dim
      \(failures)
      testing release v5.5
      testing commit \(hashes[2]) with gcc (GCC) 8.1.0
      failed to run ["make" "-j" "64" "bzImage"]: exit status 2
      elf.c:135:2: error: 'elf_getshnum' is deprecated [-Werror=deprecated-declarations]
      elf.c:140:2: error: 'elf_getshstrndx' is deprecated [-Werror=deprecated-declarations]
      revisions tested: 2, total time: 1h2m3s (build: 30m0s, test: 20m0s)
      error: the crash wasn't reproduced on the original commit

      """
    #expect(facts(plain).contains { $0.contains("lost connection") && !$0.contains("elf") })
    #expect(facts(plain).contains { $0.contains("elf_getshstrndx") })
    #expect(facts(wrapping.wrapped(plain)) == facts(plain))
  }

  /// Blanks at the end of a line are all that a commit's empty lines have.
  @Test func theEmptyLinesOfAMessageStayWithoutTheirBlanks() throws {
    let plain = try sample("culprit-right")
    let lines = plain.split(separator: "\n", omittingEmptySubsequences: false)
    let cut = lines.map { String($0.reversed().drop { $0 == " " }.reversed()) }
    #expect(lines.contains("    "))
    #expect(facts(cut.joined(separator: "\n")) == facts(plain))
  }

  @Test(arguments: LineWrapping.all + LineWrapping.ofConsoles + breaks)
  func aWrappedReportSaysTheSame(_ wrapping: LineWrapping) throws {
    // As it is in a log, without the stamps of a console.
    let log = BisectionLog(parsing: Array(try sample("culprit-right").utf8))
    let report = try #require(log.crash)
    let lines = report.lines.map { log.text.string(log.text.range(ofLine: $0)) }
    let plain = lines.joined(separator: "\n") + "\n"
    let expected = BisectionLog(parsing: Array(plain.utf8))
    #expect(frames(of: expected).count > 3)
    let wrapped = BisectionLog(parsing: Array(wrapping.wrapped(plain).utf8))
    #expect(wrapped.format == expected.format)
    #expect(frames(of: wrapped) == frames(of: expected))
    #expect(LogInvariants.violations(of: wrapped).isEmpty)
  }

  /// A headline whose function is on the next line still has it.
  @Test func aBrokenHeadlineIsJoined() throws {
    let lines = [
      "------------[ cut here ]------------",
      "WARNING: CPU: 1 PID: 4711 at drivers/gadget/very/long/path/widget.c:1204",
      "widget_release+0x12/0x80 drivers/gadget/very/long/path/widget.c:1204",
      "Modules linked in:",
      "CPU: 1 PID: 4711 Comm: a.out Not tainted 6.2.0 #1", "Call Trace:",
      " widget_ioctl+0x30/0x90 drivers/gadget/very/long/path/ioctl.c:77",
    ]
    let log = BisectionLog(parsing: Array((lines.joined(separator: "\n") + "\n").utf8))
    #expect(log.text.string(log.text.range(ofLine: 2)) == lines[1] + " " + lines[2])
    #expect(log.text.range(ofLine: 3).count == 0)
    #expect(log.source.string(log.source.range(ofLine: 3)) == lines[2])
    #expect(LogInvariants.violations(of: log).isEmpty)
  }

  @Test func severalWrappingsComeOffOneAfterTheOther() throws {
    let plain = try sample("culprit-right")
    let (stamp, numbers) = (LineWrapping.all[0], LineWrapping.all[4])
    #expect(facts(numbers.around(stamp).wrapped(plain)) == facts(plain))
    #expect(facts(stamp.around(numbers).wrapped(plain)) == facts(plain))
  }

  /// What somebody answers between the lines of a report that a mail quotes is no part of it.
  @Test func anAnswerBetweenQuotedLinesIsLeftOut() throws {
    let plain = try sample("console-deadlock")
    let lines = plain.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let middle = lines.count / 2
    let answered =
      ["Jo wrote:"] + lines.prefix(middle).map { "> \($0)" }
      + ["", "Here the lock is taken twice.", ""] + lines.dropFirst(middle).map { "> \($0)" }
      + ["", "Thanks, Mo"]
    let log = BisectionLog(parsing: Array((answered.joined(separator: "\n") + "\n").utf8))
    let expected = BisectionLog(parsing: Array(plain.utf8))
    #expect(frames(of: expected).count > 10)
    #expect(frames(of: log) == frames(of: expected))
    #expect(log.crash?.stacks.map(\.kind) == expected.crash?.stacks.map(\.kind))
    #expect(log.text.range(ofLine: middle + 3).count == 0)
    #expect(log.source.string(log.source.range(ofLine: middle + 3)).hasPrefix("Here the lock"))
    #expect(LogInvariants.violations(of: log).isEmpty)
  }

  /// In Markdown a log ends at its fence, and so does the report in it.
  @Test func aReportEndsAtTheFence() throws {
    let plain = try sample("culprit-right")
    let fenced = "It was bisected:\n\n```\n\(plain)```\n\nAny idea?\n"
    let log = BisectionLog(parsing: Array(fenced.utf8))
    #expect(facts(fenced) == facts(plain))
    let count = plain.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    #expect(log.crash?.lines.upperBound == count + 4)
  }

  /// A journal that names the kernel took the stamps of its console, whatever the lines have now.
  @Test(arguments: [("box kernel: ", true), ("box runner: ", false)])
  func aJournalOfTheKernelIsAConsole(names: String, isConsole: Bool) throws {
    let plain = try String(
      contentsOfFile: "Resources/samples/console-deadlock.txt", encoding: .utf8)
    let lines = plain.split(separator: "\n").map { line in
      "Jun 18 20:37:40 \(names)" + line.drop { $0 != "]" }.dropFirst(2)
    }
    let log = BisectionLog(parsing: Array((lines.joined(separator: "\n") + "\n").utf8))
    let headline = try #require(log.crash?.headlines.first)
    #expect((headline.console != .none) == isConsole)
  }

  @Test func twoMachinesHaveStacksOfTheirOwn() {
    let names = ["one", "two", "three", "four", "five"]
    var lines: [String] = ["Jan 15 10:00:00 alpha kernel: Call Trace:"]
    lines.append("Jan 15 10:00:00 beta kernel: Call Trace:")
    for name in names {
      lines.append("Jan 15 10:00:01 alpha kernel:  a_\(name)+0x10/0x20 fs/a.c:1")
      lines.append("Jan 15 10:00:01 beta kernel:  b_\(name)+0x10/0x20 fs/b.c:1")
    }
    let log = BisectionLog(parsing: Array((lines.joined(separator: "\n") + "\n").utf8))
    let stacks = (log.crash?.stacks ?? []).map { stack in
      Set(stack.frames.map { log.text.string($0.function).prefix(1) })
    }
    #expect(stacks.count == 2)
    #expect(stacks.allSatisfy { $0.count == 1 })
  }

  @Test(arguments: try samples())
  func aPlainSampleStaysAsItIs(_ name: String) throws {
    let log = BisectionLog(parsing: Array(try sample(name).utf8))
    #expect(log.text.bytes == log.source.bytes)
  }

  private static func samples() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "Resources/samples")
      .map { String($0.dropLast(4)) }.sorted()
  }
}
