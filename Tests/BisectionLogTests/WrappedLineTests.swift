import BisectionLog
import Foundation
import TestSupport
import Testing

/// Lines that what is around them must not change, and words around them that are none of theirs.
@Suite struct WrappedLineTests: WrappedFacts {
  /// What somebody answers between the quoted lines of a bisection is no part of it either.
  @Test(arguments: ["> ", ">", "> > "])
  func anAnswerWithinAQuotedLogIsLeftOut(_ signs: String) throws {
    let plain = try sample("culprit-right")
    let lines = plain.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    var answered = ["Jo wrote:"]
    answered += lines.prefix(40).map { signs + $0 }
    answered += ["", "The run above is odd.", "It passes here.", ""]
    answered += lines.dropFirst(40).map { signs + $0 }
    answered += ["", "Thanks,", "Mo"]
    #expect(facts(answered.joined(separator: "\n") + "\n") == facts(plain))
  }

  /// What stands above the stamped lines of a log does not make prose of the compiler's words.
  @Test(arguments: LineWrapping.ofConsoles + [LineWrapping.all[0]])
  func whatStandsAroundStampedLinesIsLeftOut(_ wrapping: LineWrapping) {
    let plain = """
      bisecting cause commit starting from \(String(repeating: "1", count: 40))
      building syzkaller on \(String(repeating: "2", count: 40))
      testing commit \(String(repeating: "1", count: 40)) with gcc (GCC) 8.1.0
      run #0: crashed: WARNING in lamp_dim
      testing release v5.5
      testing commit \(String(repeating: "3", count: 40)) with gcc (GCC) 8.1.0
      lamp.c:135:2: error: 'lamp_dim' is deprecated
      error: the crash wasn't reproduced on the original commit

      """
    #expect(facts(plain).contains { $0.contains("is deprecated") })
    #expect(facts("The job printed:\n\n\(wrapping.wrapped(plain))\n-- \nMo\n") == facts(plain))
  }

  /// A stamp that only some lines have, between those of another kind, is one as well.
  @Test func aRareStampIsTakenOff() throws {
    let noise = (0..<3_000).map { "kobject: 'vcan\($0)': free name\n" }.joined()
    let plain = try sample("culprit-wrong-foreign-crash") + noise
    let lines = plain.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let stamped = lines.enumerated().map { index, line in
      index % 9 == 0
        ? "[Jun18 18:\(10 + index % 50)] \(line)" : "[  +0.0000\(10 + index % 50)] \(line)"
    }
    #expect(facts(stamped.joined(separator: "\n") + "\n") == facts(plain))
  }

  /// A carriage return before the sign that closes a line, or its colour, deletes nothing.
  @Test(arguments: [" \u{1B}[0m", "  ", " |", "\\n", "\u{1B}[0m\u{1B}[K"])
  func aReturnBeforeAnEndingWritesOverNothing(_ ending: String) {
    let hash = String(repeating: "1", count: 40)
    let lines = [
      "bisecting cause commit starting from \(hash)", "testing commit \(hash) with gcc (GCC) 8.1.0",
      "run #0: basic kernel testing failed: failed to run [\"scp\"]: exit status 1",
      "Warning: Permanently added the key.\r", "scp: ./syz-fuzzer: Read-only file system",
      "error: the crash wasn't reproduced on the original commit",
    ]
    let plain = lines.joined(separator: "\n") + "\n"
    let wrapped = lines.map { $0 + ending + "\n" }.joined()
    let told = facts(wrapped).joined(separator: "\n")
    #expect(told.contains("Permanently added the key."))
    #expect(facts(wrapped).count == facts(plain).count)
  }

  /// A commit's message may mark a line as mails do.
  @Test(arguments: ["> ", ">", ">> "])
  func aSignWithinAMessageStays(_ signs: String) throws {
    let marked = "    >ffff8880751ace80: 00 00 00 00"
    let plain = try sample("culprit-right").replacingOccurrences(
      of: "\n    \n", with: "\n    \n\(marked)\n", options: [],
      range: nil)
    #expect(plain.contains(marked))
    let quoted = plain.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { "\(signs)\($0)\n" }.joined()
    #expect(facts(quoted) == facts(plain))
  }

  /// A terminal cuts at a column, not at a byte.
  @Test func aFoldCountsColumns() throws {
    let plain = try sample("culprit-right").replacingOccurrences(
      of: "Mara Lindqvist", with: "Mära Lindqvist")
    #expect(facts(LineWrapping.terminal(columns: 80).wrapped(plain)) == facts(plain))
  }

  /// A record's text may end in a backslash before its line end.
  @Test func aBackslashBeforeALineEndStays() throws {
    let plain = try sample("culprit-right")
    let lines = plain.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let records = lines.enumerated().map { index, line in
      let text = line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return "{\"host\":\"box\",\"message\":\"\(text)\(index == 0 ? " \\\\" : "")\\n\"}\n"
    }
    let log = BisectionLog(parsing: Array(records.joined().utf8))
    #expect(log.text.string(log.text.range(ofLine: 1)) == "\(lines[0]) \\")
  }

  /// Records are found where mails quote them, and where colours precede the lines that they keep.
  @Test(arguments: ["> ", ">> ", ""], ["", "\u{1B}[32m"])
  func recordsAreFoundInQuotesAndWithColours(signs: String, color: String) throws {
    let plain = try sample("culprit-right")
    let lines = plain.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let records = try lines.map { line in
      let text = try JSONEncoder().encode(color + line + (color.isEmpty ? "" : "\u{1B}[0m"))
      return "\(signs){\"host\":\"box\",\"message\":\(String(decoding: text, as: UTF8.self))}\n"
    }
    #expect(facts(records.joined()) == facts(plain))
  }

  /// What `script` writes before and below a session is no part of it, and makes no prose of the rest.
  @Test func theLinesOfATypescriptAreLeftOut() throws {
    let plain = try sample("culprit-wrong-foreign-crash")
    let body = plain.replacing("\n", with: "\r\n")
    let recorded =
      "Script started on 2024-06-18 20:37:40\n\(body)\nScript done on 2024-06-18 20:40:01\n"
    #expect(facts(recorded) == facts(plain))
    let log = BisectionLog(parsing: Array(recorded.utf8))
    #expect(log.text.range(ofLine: 1).isEmpty)
    #expect(LogInvariants.violations(of: log).isEmpty)
  }

  /// Programs' lists of strings: quotation marks within them are escaped.
  @Test(arguments: [("    \"", "\","), ("  \"", "\\n\""), ("msg=\"", "\"")])
  func aListOfStringsIsRead(front: String, back: String) throws {
    let plain = try sample("culprit-right")
    let lines = plain.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let strings = lines.map { line in
      let text = line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return "\(front)\(text)\(back)\n"
    }
    #expect(facts(strings.joined()) == facts(plain))
  }

  /// A commit's titles may begin as registers are named.
  @Test(arguments: ["  ", "> ", ""])
  func titlesThatNameAnArchitectureArePrefixedByNothing(signs: String) throws {
    let titles = (1...8).map { "      KVM: x86: Fix case \($0)\n" }.joined()
    let plain = try sample("culprit-right").replacing("\n    \n", with: "\n    \n\(titles)")
    let lines = plain.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(facts(lines.map { "\(signs)\($0)\n" }.joined()) == facts(plain))
  }

  /// Stamps that end in a letter.
  @Test(arguments: ["s ", "ms ", "us: "])
  func aStampMayNameItsUnit(unit: String) throws {
    let plain = try sample("culprit-right")
    let lines = plain.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let stamped = lines.enumerated().map {
      "\($0.offset / 7).\(100 + $0.offset)\(unit)\($0.element)\n"
    }
    #expect(facts(stamped.joined()) == facts(plain))
  }

  /// Whether blank lines were doubled, or the log was pasted from a page, its era is the same.
  @Test(arguments: ["culprit-wrong-foreign-crash", "culprit-right", "fix-found", "timeout"])
  func doubledLinesHaveTheSameEra(_ name: String) throws {
    let plain = try sample(name)
    let doubled = plain.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { "\($0)\n\n" }.joined()
    let logs = [plain, doubled].map { BisectionLog(parsing: Array($0.utf8)) }
    #expect(logs[1].steps.map(\.runCount) == logs[0].steps.map(\.runCount))
    #expect(logs[1].steps.map(\.crashed) == logs[0].steps.map(\.crashed))
    #expect(facts(doubled) == facts(plain))
  }

  /// Blanks that lines are not broken at are blanks, where only the report has them.
  @Test func blanksOfAPageInAReportAreBlanks() throws {
    let plain = try sample("culprit-right")
    let report = try #require(plain.range(of: "\ncrash: ")).lowerBound
    let spaced =
      plain[..<report]
      + plain[report...].replacingOccurrences(of: "\n ", with: "\n\u{A0}")
    #expect(spaced.contains("\u{A0}"))
    #expect(facts(String(spaced)) == facts(plain))
  }
}
