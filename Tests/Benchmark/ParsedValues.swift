import BisectionLog

/// Prints a checksum of everything that is known of each log, so that a change for speed can be shown
/// to change nothing else.
struct ParsedValues {
  let logs: LogSet

  func run() {
    for file in logs.files { print(checksum(of: BisectionLog(parsing: file.bytes)), file.path) }
  }

  private func checksum(of log: BisectionLog) -> String {
    var values = log
    // The text is the file itself, and so long that its reflection would take minutes.
    (values.source, values.text) = (SourceText([]), SourceText([]))
    values.lineKinds = []
    var text = ""
    dump(values, to: &text)
    var sum = Checksum()
    sum.add(text.utf8)
    sum.add(log.text.bytes)
    sum.add(log.lineKinds.lazy.map(\.rawValue))
    return String(sum.value, radix: 16)
  }
}

/// The checksum FNV-1a, which is the same in every run.
private struct Checksum {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }
}
