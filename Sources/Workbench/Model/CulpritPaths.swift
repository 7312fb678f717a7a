import BisectionLog
import Triage

/// The paths that a culprit changes.
struct CulpritPaths: Sendable {
  /// The paths as the log has them; git may have shortened some to `...end`.
  private let paths: Set<String>
  /// The ends of those that git has shortened.
  private let tails: [String]

  /// The paths of a log's culprit.
  init(of log: BisectionLog) {
    paths = Set((log.culprit?.files ?? []).map { log.string($0.path) })
    tails = paths.filter { $0.hasPrefix("...") }.map { String($0.dropFirst(3)) }
  }

  /// Whether a file is among them.
  func contain(_ file: String) -> Bool {
    paths.contains(file) || tails.contains { file.hasSuffix($0) }
  }

  /// For each path the first frame in it, among the leading stacks.
  func firstFrames(in log: BisectionLog) -> [String: CardRow.Target] {
    var frames: [String: CardRow.Target] = [:]
    guard !paths.isEmpty else { return frames }
    for stack in log.crash?.leadingStacks ?? [] {
      for frame in stack.frames {
        guard let file = log.string(frame.file) else { continue }
        for path in matches(of: file) where frames[path] == nil {
          frames[path] = .frame(stack: stack.index, frame: frame.index)
        }
      }
    }
    return frames
  }

  /// The paths that stand for a file.
  private func matches(of file: String) -> [String] {
    if paths.contains(file) { return [file] }
    return tails.filter { file.hasSuffix($0) }.map { "..." + $0 }
  }
}
