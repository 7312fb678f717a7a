/// Something that happened below the folders that are watched.
package enum FolderChange: Hashable, Sendable {
  /// A file was written and closed, or moved here.
  case written(InputPath)
  /// A file was written to, and its writer has not closed it yet.
  case growing(InputPath)
  /// A file was deleted or moved away.
  case removed(InputPath)
  /// A folder is there that was not.
  case folderAppeared(InputPath)
  /// A folder was deleted or moved away, with all that was below it.
  case folderRemoved(InputPath)
  /// A folder that a person named was moved, with all that is below it.
  case folderMoved(from: InputPath, to: InputPath)
  /// The system could not keep up, and some changes were lost.
  case missed

  /// What it happened to; nil if that is not known.
  var path: InputPath? {
    switch self {
    case .written(let path), .growing(let path), .removed(let path), .folderAppeared(let path),
      .folderRemoved(let path):
      path
    case .folderMoved(let path, _): path
    case .missed: nil
    }
  }
}

/// Changes in the order in which they are to be applied: of several to the same path only the last.
///
/// Editors write to another name and move it, or delete and write anew; what counts is how it ends.
struct GatheredChanges {
  private var order: [InputPath] = []
  private var latest: [InputPath: FolderChange] = [:]
  private var hasMissed = false

  /// Whether nothing has happened.
  var isEmpty: Bool { order.isEmpty && !hasMissed }

  /// Whether they can wait: files that are still being written, and nothing else.
  var canWait: Bool {
    !hasMissed && latest.values.allSatisfy { if case .growing = $0 { true } else { false } }
  }

  /// What is left of them.
  var changes: [FolderChange] {
    (hasMissed ? [.missed] : []) + order.compactMap { latest[$0] }
  }

  /// Adds some more.
  mutating func add(_ changes: some Sequence<FolderChange>) {
    for change in changes {
      guard let path = change.path else {
        hasMissed = true
        continue
      }
      if latest.updateValue(change, forKey: path) == nil { order.append(path) }
    }
  }
}
