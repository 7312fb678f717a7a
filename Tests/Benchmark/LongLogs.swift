import BisectionLog

/// Logs of any length, made of the logs that there are.
extension LogSet {
  /// One bisection with very many steps: all logs up to their crash, one behind the other.
  func longBisection(bytes total: Int) -> [UInt8] {
    let heads = files.map { file in Array(Self.parts(of: file.bytes).head) }
    return Self.cycled(heads, toBytes: total)
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
