/// The lines of a patch test of syzkaller (since August 2026), each with a stamp of its time.
enum PatchTestLine {
  /// The text after `12-Aug-2026 09:50:56: `; nil if a line has no such stamp.
  static func text(of line: ByteView) -> ByteView? {
    guard let (day, dayLength) = line.leadingNumber(), day <= 31,
      line[dayLength] == Ascii.minus, line[dayLength &+ 4] == Ascii.minus
    else { return nil }
    let rest = line.dropping(dayLength &+ 5)
    guard let (_, yearLength) = rest.leadingNumber(), yearLength == 4,
      let (time, text) = rest.dropping(4).split(at: ": "), time.count == 9
    else { return nil }
    return text
  }

  /// Whether a text is the log of a patch test: its first line has a stamp and names an action.
  static func fills(_ lines: Lines) -> Bool {
    for index in 0..<lines.count where !lines[index].isEmpty {
      guard let text = text(of: lines[index]) else { return false }
      return isStep(text)
    }
    return false
  }

  private static func isStep(_ text: ByteView) -> Bool {
    text.starts(with: "building syzkaller on ") || text.starts(with: "fetching kernel")
      || text.starts(with: "checked out kernel commit ") || text.starts(with: "cleaning kernel")
      || text.starts(with: "applying patch") || text.starts(with: "building kernel")
      || text.starts(with: "kernel built successfully") || text.starts(with: "testing patch")
      || text.starts(with: "reproduced crash: ") || text.starts(with: "testing succeeded")
      || text.contains(" failed: ")
  }
}

/// Reads the log of a patch test: it is not a bisection, and has no steps.
struct PatchTestParser: LineParser, ~Copyable {
  let lines: Lines
  var log: BisectionLog
  var kinds: [LineKind]
  var at = 0
  let absorbed: [Bool]

  init(lines: Lines, log: consuming BisectionLog, absorbed: [Bool]) {
    self.lines = lines
    self.log = log
    self.absorbed = absorbed
    kinds = Array(repeating: .continuation, count: lines.count)
  }

  /// Reads every line and gives the log.
  consuming func parse() -> BisectionLog {
    log.format = .patchTest
    while at < lines.count {
      if let text = PatchTestLine.text(of: lines[at]) {
        take(text)
        accept(.patchTest)
      } else {
        accept(lines[at].isEmpty ? .blank : .continuation)
      }
    }
    return takeLog()
  }

  private mutating func take(_ text: ByteView) {
    if let revision = text.after("building syzkaller on ") {
      log.syzkallerCommit = (revision.before("...") ?? revision).range
    } else if let hash = text.after("checked out kernel commit ")?.leadingHash() {
      log.startCommit = hash.range
    } else if text.starts(with: "reproduced crash: ") {
      end(.stillCrashes, text)
    } else if text.starts(with: "testing succeeded") {
      end(.notReproduced, text)
    } else if text.contains(" failed: ") {
      end(.error, text)
    }
    log.notices.append(Notice(kind: .patchTest, line: lineNumber, text: text.range))
  }

  private mutating func end(_ kind: OutcomeKind, _ text: ByteView) {
    log.outcome = Outcome(kind: kind, message: text.range, line: lineNumber)
  }
}
