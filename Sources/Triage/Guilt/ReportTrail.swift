import BisectionLog

/// One item in the search for the guilty function, in the order of the lines.
struct Clue {
  /// The line of the log, from 1.
  var line: Int
  var kind: Kind

  enum Kind {
    /// A line that announces a crash; its index in the report.
    case headline(Int)
    /// A mark of the report.
    case mark(ReportMark.Kind)
    /// A frame, its function without suffix, and its position.
    case frame(Frame, name: TextRange, place: Guilt.FramePlace)
  }
}

/// The clues of a report from its headline on, without what other contexts of the console printed.
struct ReportTrail {
  let report: CrashReport
  let text: SourceText
  /// Everything from the headline on that the report itself consists of.
  let clues: [Clue]
  /// How many of ``clues`` belong to the first crash only.
  let ownCount: Int
  /// The line after the report, from 1.
  let end: Int
  /// The line after the first crash only, from 1.
  let ownEnd: Int

  init(_ report: CrashReport, _ text: SourceText) {
    self.report = report
    self.text = text
    let reach = Reach(report)
    end = reach.end
    var clues: [Clue] = []
    for (index, headline) in report.headlines.prefix(CrashReport.mostHeadlines).enumerated()
    where reach.covers(headline.line, headline.console) {
      clues.append(Clue(line: headline.line, kind: .headline(index)))
    }
    for mark in report.marks.prefix(CrashReport.mostHeadlines)
    where reach.covers(mark.line, mark.console) {
      clues.append(Clue(line: mark.line, kind: .mark(mark.kind)))
    }
    for stack in report.leadingStacks where reach.mayCover(stack) {
      for frame in stack.frames where reach.covers(frame.logLine, stack.console) {
        let place = Guilt.FramePlace(stack: stack.index, frame: frame.index)
        let name = Self.name(of: frame, in: text)
        clues.append(Clue(line: frame.logLine, kind: .frame(frame, name: name, place: place)))
      }
    }
    // Equal lines keep their order: a callee precedes its caller.
    clues.sort { $0.line < $1.line }
    self.clues = clues
    let second = reach.secondCrash
    ownEnd = min(second, end)
    ownCount = self.clues.firstIndex { $0.line >= second } ?? self.clues.count
  }

  /// A frame's function without the suffixes that compilers add.
  static func name(of frame: Frame, in text: SourceText) -> TextRange {
    text.withBytes(of: frame.function) { printed in
      guard let dot = printed.firstIndex(of: UInt8(ascii: ".")), dot > 0,
        printed.firstIndex(of: UInt8(ascii: ":")) == nil,
        printed.firstIndex(of: UInt8(ascii: "<")) == nil
      else { return frame.function }
      return TextRange(start: frame.function.start, count: UInt32(dot))
    }
  }
}

/// Which lines of a console belong to the report of its first crash.
private struct Reach {
  private let start: Int
  private let context: ConsoleContext?
  /// The first line where other processors report as well.
  private let processorsFrom: Int
  let end: Int
  /// The line of the second crash, from which on a report without contexts is another one.
  let secondCrash: Int

  init(_ report: CrashReport) {
    guard let first = report.headlines.first else {
      (start, context, processorsFrom) = (report.lines.lowerBound, nil, Int.max)
      (end, secondCrash) = (report.lines.upperBound, Int.max)
      return
    }
    start = first.line
    context = first.console
    processorsFrom =
      report.marks.first {
        $0.kind == .sendingInterrupts && $0.console == first.console && $0.line >= first.line
      }?.line ?? Int.max
    end = Self.panic(in: report, after: first)?.line ?? report.lines.upperBound
    switch first.console {
    case .none, .console: secondCrash = Self.second(in: report, after: first)
    case .task, .processor: secondCrash = Int.max
    }
  }

  /// The panic or lock report behind a long enough report, which repeats its stack.
  private static func panic(in report: CrashReport, after first: Headline) -> Headline? {
    let enough = first.kind == .kmsan || first.kind == .kmsanInfoleak ? 16 : 22
    return report.headlines.dropFirst().first { other in
      (other.family == .kernelPanic || other.family == .warning && other.kind == .circularLocking)
        && other.console == first.console
        && other.precedingLines - first.precedingLines + 1 > enough
    }
  }

  /// The line of the next crash; a headline that inlined functions repeat is not another one.
  private static func second(in report: CrashReport, after first: Headline) -> Int {
    var last = first
    var line = Int.max
    for other in report.headlines.dropFirst() {
      if other.follows(last), other.family == first.family, last.family == first.family {
        last = other
        continue
      }
      if other.family.continuesReport || other.family == .invalidOpcode { continue }
      line = other.line
      break
    }
    let harmless = report.marks.first { $0.kind == .harmlessStack && $0.line > first.line }
    return min(line, harmless?.line ?? Int.max)
  }

  func covers(_ line: Int, _ console: ConsoleContext) -> Bool {
    line >= start && line < end && belongs(line, console)
  }

  private func belongs(_ line: Int, _ console: ConsoleContext) -> Bool {
    guard let context, console != context else { return true }
    guard line >= processorsFrom, case .processor = console else { return false }
    return true
  }

  func mayCover(_ stack: Stack) -> Bool { stack.lines.upperBound > start }
}

extension Headline {
  /// Whether it is right after another one of the same thread, blank lines of a wrapping not
  /// counted.
  fileprivate func follows(_ other: Headline) -> Bool {
    console == other.console && precedingLines == other.precedingLines + 1
  }
}

extension ReportTrail {
  /// The line that is `count` lines below another; lines of which nothing is left, as they belong to
  /// what is around a log, do not count.
  func line(_ count: Int, after line: Int) -> Int {
    var left = count
    var last = line
    while left > 0, last < text.lineCount {
      last += 1
      if text.rangeWithEnd(ofLine: last).count > 0 { left -= 1 }
    }
    return last + left
  }
}
