import BisectionLog

/// The evidence of a culprit's files.
struct CulpritFiles {
  /// The files, at most a few thousand.
  let paths: [SourcePath]
  /// The line of each of ``paths``, from 1.
  let lines: [Int]
  /// Whether the log names only the folders at the top (git before 2.22).
  let areTopFolders: Bool
  /// The files that can end up in the tested kernel.
  let compiled: [SourcePath]
  /// Whether the commit creates files.
  let createsFiles: Bool

  /// The files of a culprit; the list of a large merge is cut, its files prove nothing.
  init(of culprit: Culprit, in log: BisectionLog, architecture: String) {
    let files = culprit.files.prefix(2_000)
    paths = files.map { SourcePath(log.string($0.path)) }
    lines = files.map(\.line)
    compiled = paths.filter { $0.isCompiled(for: architecture) }
    areTopFolders = !paths.isEmpty && paths.allSatisfy { !$0.text.contains("/") }
    createsFiles = Self.createsFiles(culprit, in: log)
  }

  /// Whether the files are known and none of them ends up in the tested kernel.
  var isNothingCompiled: Bool {
    !paths.isEmpty && compiled.isEmpty
  }

  /// Whether every compiled file is a driver's.
  var areDriversOnly: Bool {
    let code = compiled.filter { $0.top != "include" }
    return !code.isEmpty && code.allSatisfy(\.isDriver)
  }

  /// Whether much else runs through the changed code.
  var touchesCore: Bool {
    if areTopFolders { return compiled.contains { !$0.isDriver } }
    return compiled.contains { $0.isCore && !$0.isHeader } || compiled.allSatisfy(\.isHeader)
  }

  /// The line of the first path that satisfies a condition.
  func line(where condition: (SourcePath) -> Bool) -> Int? {
    paths.firstIndex(where: condition).map { lines[$0] }
  }

  private static func createsFiles(_ culprit: Culprit, in log: BisectionLog) -> Bool {
    guard let block = culprit.blockLines else { return false }
    let opener = Array(" create mode ".utf8)
    return block.suffix(64).contains { line in
      let offsets = log.text.range(ofLine: line).offsets
      return log.text.bytes[offsets.clamped(to: 0..<log.text.bytes.count)].starts(with: opener)
    }
  }
}
