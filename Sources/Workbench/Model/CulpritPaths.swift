import BisectionLog
import Triage

/// The paths that a culprit changes; a merge can have tens of thousands.
struct CulpritPaths: Sendable {
  /// The paths as the log has them; git may have shortened some to `...end`.
  private let paths: DistinctTexts
  /// The first of the culprit's files that has each of ``paths``.
  private let files: [Int]
  /// Whether git has shortened any.
  private let areSomeShortened: Bool

  /// The paths of a log's culprit.
  init(of log: BisectionLog) {
    var paths = DistinctTexts(in: log.text)
    var files: [Int] = []
    var areSomeShortened = false
    for (index, file) in (log.culprit?.files ?? []).enumerated()
    where paths.number(of: file.path).isNew {
      files.append(index)
      let rest = log.text.bytes.dropFirst(Int(file.path.start))
      areSomeShortened = areSomeShortened || rest.starts(with: Self.cut)
    }
    self.paths = paths
    self.files = files
    self.areSomeShortened = areSomeShortened
  }

  /// What git prints in place of a path's beginning.
  private static let cut = Array("...".utf8)

  /// Whether a file is among them.
  func contain(_ file: String) -> Bool { !matches(of: file).isEmpty }

  /// For each of the culprit's files, by its index, the first frame in it, among the leading stacks.
  func firstFrames(in log: BisectionLog) -> [Int: RowTarget] {
    var frames: [Int: RowTarget] = [:]
    guard !files.isEmpty else { return frames }
    for stack in log.crash?.leadingStacks ?? [] {
      for frame in stack.frames {
        guard let path = log.string(frame.file) else { continue }
        for file in matches(of: path) where frames[file] == nil {
          frames[file] = .frame(stack: stack.index, frame: frame.index)
        }
      }
    }
    return frames
  }

  /// The culprit's files that a path can mean.
  private func matches(of path: String) -> [Int] {
    if let number = paths.number(of: path) { return [files[number]] }
    guard areSomeShortened else { return [] }
    return path.indices.compactMap { paths.number(of: "..." + path[$0...]).map { files[$0] } }
  }
}
