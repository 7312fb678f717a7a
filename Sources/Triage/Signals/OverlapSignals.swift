import BisectionLog

extension LogFacts {
  /// Whether the stacks of the crash run through what the commit changes.
  var overlapSignals: [Signal] {
    guard !stackFiles.specific.isEmpty, !culpritFiles.paths.isEmpty else { return [] }
    return culpritFiles.areTopFolders ? topFolderSignals : fileSignals
  }

  private var fileSignals: [Signal] {
    let shared = culpritFiles.paths.filter { stackFiles.lines[$0] != nil && !$0.isHeader }
    let telling = shared.first { !$0.isShared }
    let folders = stackFiles.folders
    let folder = culpritFiles.compiled.first {
      $0.top != "include" && $0.folder.map(folders.contains) == true
    }
    let isApart = telling == nil && folder == nil
    return [
      fileInStacks(telling),
      signal(
        .folderInStacks, if: telling == nil && folder != nil,
        folder.map { "The culprit changes \($0.text), whose folder is in \(stacks)." }
          ?? "No folder that the culprit changes is in \(stacks).",
        at: folder.flatMap { path in culpritFiles.line { $0 == path } }.map { [$0] } ?? []),
    ] + apartSignals(isApart: isApart)
  }

  /// A file that both name.
  ///
  /// It has full weight with up to three specific files and two thirds with very many: deep stacks
  /// run through much that is unrelated to the crash, and match a commit by chance.
  private func fileInStacks(_ telling: SourcePath?) -> Signal {
    guard let telling else {
      return signal(
        .fileInStacks, 0, "No file that the culprit changes is in \(stacks).",
        at: bothSides)
    }
    let count = stackFiles.specific.count
    var among: String { count > 3 ? ", as one of \(Words.grouped(count)) files" : "" }
    return signal(
      .fileInStacks, (2 + min(1, 3 / Double(count))) / 3,
      "The culprit changes \(telling.text), which is in \(stacks)\(among).",
      at: lines(of: telling))
  }

  /// The top folders alone give little evidence for the culprit, and some against.
  private var topFolderSignals: [Signal] {
    let tops = stackFiles.tops
    let common = culpritFiles.paths.first { tops.contains($0.top) }
    return [
      signal(
        .folderInStacks, if: common != nil,
        common.map { "The culprit changes something in \($0.text)/, as \(stacks) do." }
          ?? "No folder that the culprit changes is in \(stacks).",
        at: common.flatMap { path in culpritFiles.line { $0 == path } }.map { [$0] } ?? []),
      subjectInStacks,
    ].compactMap { $0 } + apartSignals(isApart: common == nil)
  }

  /// Whether the stacks run through the part of the kernel that the subject names before its colon.
  private var subjectInStacks: Signal? {
    let named = PathWords.ofSubject(log.string(culprit.title) ?? "")
    guard !named.isEmpty else { return nil }
    let words = Set(stackFiles.specific.flatMap { PathWords.of($0.text) })
    let common = named.first { word in words.contains { PathWords.agree(word, $0) } }
    return signal(
      .subjectInStacks, if: common != nil,
      common.map { "The culprit's subject names “\($0)”, through which \(stacks) run." }
        ?? "\(isByOriginal ? "The original report's" : "The crash's") stacks do not run through what the culprit's subject names.",
      at: [culprit.line])
  }

  private func apartSignals(isApart: Bool) -> [Signal] {
    var lines: [Int] { Array(culpritFiles.lines.prefix(4)) }
    let isMember = isApart && !culpritFiles.touchesCore
    return [
      signal(
        .apart, if: isMember,
        isMember
          ? "The culprit's code and \(stacks) have neither file nor folder in common."
          : "The crash can reach the culprit's code.",
        at: lines),
      signal(
        .driverApart, if: isApart && culpritFiles.areDriversOnly,
        isApart && culpritFiles.areDriversOnly
          ? "The culprit changes a driver that is not in \(stacks)."
          : "The culprit is no driver apart from the crash.",
        at: lines),
    ]
  }

  /// What the stacks are called.
  private var stacks: String {
    isByOriginal ? "the original report's stacks" : "the crash's stacks"
  }

  /// The first changed file and the head of the report.
  private var bothSides: [Int] {
    [culpritFiles.lines.first, isByOriginal ? nil : log.crash?.line].compactMap { $0 }
  }

  /// The line in the diffstat and the line in the stacks.
  private func lines(of path: SourcePath) -> [Int] {
    let inStacks = isByOriginal ? nil : stackFiles.lines[path]
    return [culpritFiles.line { $0 == path }, inStacks].compactMap { $0 }
  }
}
