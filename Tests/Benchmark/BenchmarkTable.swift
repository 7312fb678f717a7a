import Glibc

/// The rows of one part, printed as they are added.
struct BenchmarkTable {
  /// How many budgets were missed.
  private(set) var missed = 0

  /// Begins with a heading.
  init(_ heading: String) { Self.say("\n\(heading)") }

  /// A time without a budget, with its throughput where it went through bytes.
  func add(_ name: String, _ time: Duration, bytes: Int? = nil) {
    let speed = bytes.map { rightAligned("\(Int(Double($0) / 1e6 / time.seconds)) MB/s", 11) }
    Self.say("  \(name.padded(to: 44))\(rightAligned(time.milliseconds, 12))\(speed ?? "")")
  }

  /// A ratio that must not exceed its budget.
  mutating func add(_ name: String, ratio: Double, atMost budget: Double) {
    let isKept = ratio <= budget
    if !isKept { missed += 1 }
    let figures = "\(rightAligned(hundredths(ratio), 10)) x  of \(hundredths(budget)) x"
    Self.say("  \(name.padded(to: 44))\(figures)  \(isKept ? "ok" : "MISSED")")
  }

  /// A figure that must not exceed its budget.
  mutating func add(_ name: String, _ figure: Double, _ unit: String, atMost budget: Double) {
    let isKept = figure <= budget
    if !isKept { missed += 1 }
    let shown = figure.isFinite ? hundredths(figure) : "none"
    let figures = "\(rightAligned(shown, 10)) \(unit)  of \(hundredths(budget))"
    Self.say("  \(name.padded(to: 44))\(figures)  \(isKept ? "ok" : "MISSED")")
  }

  /// Prints a line at once, also where the output is a pipe.
  private static func say(_ line: String) {
    print(line)
    fflush(nil)
  }
}

extension Duration {
  /// The whole of it in seconds.
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }

  /// The text for a table.
  fileprivate var milliseconds: String { hundredths(seconds * 1_000) + " ms" }
}

/// A number with two digits after the point.
private func hundredths(_ number: Double) -> String {
  let whole = Int((number * 100).rounded())
  return "\(whole / 100)." + (whole % 100 < 10 ? "0" : "") + "\(whole % 100)"
}

private func rightAligned(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
