import BisectionLog

extension PlainPage {
  /// The named commit: its message and its files.
  mutating func addCulprit(of log: AnalysedLog, isFull: Bool) {
    guard let culprit = log.log.culprit else { return }
    let name = log.log.direction == .fix ? "Fix" : "Culprit"
    section("\(name) \(log.log.string(culprit.commit))")
    addMessage(of: culprit, in: log, limit: isFull ? Int.max : 12)
    addFiles(of: culprit, in: log, limit: isFull ? Int.max : 12)
    if let own = log.shown(culprit.signature), let parent = log.shown(culprit.parentSignature) {
      add(
        own == parent
          ? "  kernel binary unchanged by this commit" : "  kernel binary changed by this commit")
    }
  }

  private mutating func addMessage(of culprit: Culprit, in log: AnalysedLog, limit: Int) {
    for line in culprit.message.prefix(limit) {
      add("    " + visible(log.log.string(line)).cut(to: max(20, width - 4)))
    }
    let left = culprit.message.count - min(limit, culprit.message.count)
    if left > 0 { add("    … \(counted(left, "more line"))") }
  }

  private mutating func addFiles(of culprit: Culprit, in log: AnalysedLog, limit: Int) {
    if !culprit.message.isEmpty, !culprit.files.isEmpty { add("") }
    let paths = culprit.files.prefix(limit).map { visible(log.log.string($0.path)) }
    let columns = min(paths.map(\.count).max() ?? 0, max(20, width - 20))
    for (file, path) in zip(culprit.files, paths) {
      add("  \(path.cutInFront(to: columns).filled(to: columns))  \(file.sizeWords)")
    }
    let left = culprit.files.count - paths.count
    if left > 0 { add("  … \(counted(left, "more file"))") }
  }
}

extension ChangedFile {
  /// How much of it changes.
  fileprivate var sizeWords: String {
    if binary { return "binary" }
    return [added.map { "+\($0)" }, removed.map { "-\($0)" }].compactMap { $0 }
      .joined(separator: " ")
  }
}
