import BisectionLog
import Triage

/// A duration in words, such as `4 h 12 min`.
func duration(seconds: Double) -> String {
  let total = Int(min(max(seconds, 0), 1e12).rounded())
  let (hours, minutes) = (total / 3600, total % 3600 / 60)
  if hours > 0 { return "\(hours) h \(minutes) min" }
  return minutes > 0 ? "\(minutes) min" : "\(total) s"
}

/// A number with its noun, such as `1 file` or `3 files`.
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}

/// What a probability means for a reader.
package func trustWords(_ probability: Double) -> String {
  switch probability {
  case 0.8...: "likely right, not proven"
  case 0.5...: "plausible, not proven"
  case 0.2...: "doubtful"
  default: "probably wrong"
  }
}

/// The first lines that a sentence rests on, as a remark after it; empty if there are none.
func places(_ lines: [Int]) -> String {
  let numbers = lines.prefix(3).map(String.init).joined(separator: ", ")
  return numbers.isEmpty ? "" : " (line \(numbers))"
}

extension EndingCard {
  /// Its sentences by subject, without empty parts.
  var parts: [(name: String, sentences: [Sentence])] {
    [("Known", known), ("Left", remaining), ("Next", next)].filter { !$0.1.isEmpty }
  }
}

extension Step {
  /// What the step is, in one word: the tag of a release, the number of a bisection step.
  func label(number: Int?, in log: BisectionLog) -> String {
    switch stage {
    case .original: "original"
    case .config: "config"
    case .head: "HEAD"
    case .release: log.string(release).map(visible) ?? "release"
    case .mergeBase: "merge base"
    case .bisect: number.map(String.init) ?? "bisect"
    case .parent: "parent"
    }
  }

  /// The result of the runs, in one word.
  var resultWord: String {
    if buildError != nil, runs.isEmpty { return "no build" }
    return switch result {
    case .crashed: "crashed"
    case .passed: "passed"
    case .inconclusive: runs.isEmpty ? "no runs" : "unclear"
    }
  }
}
