import BisectionLog

/// Logs of any length, made of the logs that there are.
extension LogSet {
  /// One bisection with very many steps: the head of a log, and then the steps of all logs, again and again.
  func longBisection(bytes total: Int) -> [UInt8] {
    let steps = files.compactMap { Self.steps(of: $0.bytes) }
    guard let first = steps.first else { return [] }
    return first.head + Self.cycled(steps.map(\.steps), toBytes: total - first.head.count)
  }

  /// The lines of a syzkaller log before its first step, and those of its steps up to how it ends; nil for others.
  private static func steps(of bytes: [UInt8]) -> (head: [UInt8], steps: [UInt8])? {
    let log = BisectionLog(parsing: bytes)
    guard log.format == .syzkaller, log.steps.count > 2, let first = log.steps.first else {
      return nil
    }
    let end = log.gitCommands.last?.line ?? log.steps[log.steps.count - 1].line
    let start = log.source.rangeWithEnd(ofLine: first.line).offsets.lowerBound
    let stop = log.source.rangeWithEnd(ofLine: max(end, first.line)).offsets.upperBound
    return (Array(bytes[..<start]), Array(bytes[start..<stop]))
  }

  /// One log with a very long crash report: that of the log with the most frames, again and again.
  func longReport(bytes total: Int) -> [UInt8] {
    let richest = files.max { frameCount(in: $0.bytes) < frameCount(in: $1.bytes) }
    guard let richest else { return [] }
    let (head, report) = Self.parts(of: richest.bytes)
    return head + Self.cycled([Array(report)], toBytes: total - head.count)
  }

  private func frameCount(in bytes: [UInt8]) -> Int {
    BisectionLog(parsing: bytes).crash?.stacks.reduce(0) { $0 + $1.frames.count } ?? 0
  }

  /// A log up to the first line of its crash report, and the report.
  private static func parts(of bytes: [UInt8]) -> (
    head: ArraySlice<UInt8>, report: ArraySlice<UInt8>
  ) {
    let log = BisectionLog(parsing: bytes)
    guard let report = log.crash?.lines, !report.isEmpty else { return (bytes[...], []) }
    let start = log.source.rangeWithEnd(ofLine: report.lowerBound).offsets.lowerBound
    return (bytes[..<start], bytes[start...])
  }

  private static func cycled(_ texts: [[UInt8]], toBytes total: Int) -> [UInt8] {
    let used = texts.filter { !$0.isEmpty }
    guard !used.isEmpty else { return [] }
    var all: [UInt8] = []
    all.reserveCapacity(total + used.reduce(0) { max($0, $1.count) })
    var next = 0
    while all.count < total {
      all += used[next % used.count]
      next += 1
    }
    return all
  }
}
