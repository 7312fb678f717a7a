import BisectionLog

extension LogFacts {
  /// Whether the stacks of the crash run through what the commit changes.
  var overlapSignals: [Signal] {
    guard stackFiles.hasSpecific, !culpritFiles.paths.isEmpty else { return [] }
    return culpritFiles.areTopFolders ? topFolderSignals : fileSignals
  }

  private var fileSignals: [Signal] {
    let shared = culpritFiles.paths.filter { stackFiles.lines[$0] != nil && !$0.isHeader }
    let telling = shared.first { !$0.isShared }
    let folder = culpritFiles.compiled.first {
      $0.top != "include" && $0.folder.map(stackFiles.folders.contains) == true
    }
    let isApart = telling == nil && folder == nil
    return [
      Signal(
        .fileInStacks, if: telling != nil,
        telling.map { "The culprit changes \($0.text), which stands in the crash's stacks." }
          ?? "No file that the culprit changes stands in the crash's stacks.",
        at: telling.map(lines(of:)) ?? bothSides),
      Signal(
        .folderInStacks, if: telling == nil && folder != nil,
        folder.map { "The culprit changes \($0.text), whose folder stands in the crash's stacks." }
          ?? "No folder that the culprit changes stands in the crash's stacks.",
        at: folder.flatMap { path in culpritFiles.line { $0 == path } }.map { [$0] } ?? []),
    ] + apartSignals(isApart: isApart)
  }

  /// With the folders at the top alone little can be said for the culprit, and something against.
  private var topFolderSignals: [Signal] {
    let common = culpritFiles.paths.first { stackFiles.tops.contains($0.top) }
    return [
      Signal(
        .folderInStacks, if: common != nil,
        common.map { "The culprit changes something in \($0.text)/, as the stacks do." }
          ?? "No folder that the culprit changes stands in the crash's stacks.",
        at: common.flatMap { path in culpritFiles.line { $0 == path } }.map { [$0] } ?? [])
    ] + apartSignals(isApart: common == nil)
  }

  private func apartSignals(isApart: Bool) -> [Signal] {
    let lines = Array(culpritFiles.lines.prefix(4))
    let isMember = isApart && !culpritFiles.touchesCore
    return [
      Signal(
        .apart, if: isMember,
        isMember
          ? "The culprit's code and the crash's stacks have neither file nor folder in common."
          : "The crash can reach the culprit's code.",
        at: lines),
      Signal(
        .driverApart, if: isApart && culpritFiles.areDriversOnly,
        isApart && culpritFiles.areDriversOnly
          ? "The culprit changes a driver that does not stand in the crash's stacks."
          : "The culprit is no driver apart from the crash.",
        at: lines),
    ]
  }

  /// The first changed file and the head of the report.
  private var bothSides: [Int] {
    [culpritFiles.lines.first, log.crash?.line].compactMap { $0 }
  }

  /// The line in the diffstat and the line in the stacks.
  private func lines(of path: SourcePath) -> [Int] {
    [culpritFiles.line { $0 == path }, stackFiles.lines[path]].compactMap { $0 }
  }
}
