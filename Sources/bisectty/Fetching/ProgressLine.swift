import Exports
import Fetching
import Glibc
import Workbench

/// A line on a terminal with the progress of a fetch, removed at its end.
final class ProgressLine {
  private let isShown = isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb"
  private var hasText = false

  /// Shows how far it is.
  func show(_ progress: FetchProgress) {
    guard isShown else { return }
    write("\r\u{1B}[K\(progress.line(width: outputWidth()))")
    hasText = true
  }

  /// Removes the line, so that something else can be written.
  func clear() {
    guard hasText else { return }
    write("\r\u{1B}[K")
    hasText = false
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}

extension FetchProgress {
  /// The progress in one line.
  func line(width: Int) -> String {
    var parts = ["fetching: \(got) of \(got + open) files, \(bytes.byteText)"]
    if available > 0 { parts.append("\(available) at hand") }
    if failed > 0 { parts.append("\(failed) failed") }
    return String(parts.joined(separator: ", ").prefix(max(10, width - 1)))
  }

  /// What was done, in one line.
  func summary(into folder: String) -> String {
    let place = visible(folder)
    var parts = ["\(Self.count(got, "file")) got (\(bytes.byteText))"]
    if available > 0 { parts.append("\(available) at hand before") }
    if failed > 0 { parts.append("\(failed) failed") }
    if open > 0 { parts.append("\(open) not asked for") }
    return "\(place): \(Self.count(bugs, "bug")), " + parts.joined(separator: ", ")
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
