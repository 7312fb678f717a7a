import ChildProcess
import Kernel

extension KernelTree {
  /// Commits outside a culprit's own history that refer to it, the strongest reference first: a
  /// `Fixes:` line, a revert, or the title of the crash.
  ///
  /// It works where the culprit itself is not in the repository, and then reads all of history.
  package func laterCommits(
    about question: CulpritQuestion, cancellation: Cancellation? = nil
  ) throws(KernelProblem) -> [LaterCommit] {
    var range = ["--all"]
    do {
      range.append("^" + (try resolve(question.culprit, cancellation: cancellation)).gitName)
    } catch .missing {
    } catch {
      throw error
    }
    let output = try git.succeed(
      ["log", "-z", "--max-count=500", "--no-notes", "-F"]
        + question.patterns.map { "--grep=\($0)" }
        + [Self.format + "%x00%B", "--date=short"] + range + ["--"],
      limits: ChildLimits(milliseconds: 180_000), cancellation: cancellation)
    let found = Self.records(output, width: 5).compactMap { fields -> LaterCommit? in
      guard let commit = CommitLine(fields: fields),
        let (relation, namesCrash) = question.relation(of: fields[4])
      else { return nil }
      return LaterCommit(commit: commit, relation: relation, namesCrash: namesCrash)
    }
    return Self.withoutCopies(found).sorted { $0.rank < $1.rank }
  }

  /// One for each subject: trees that maintain old releases carry the same fix again.
  private static func withoutCopies(_ found: [LaterCommit]) -> [LaterCommit] {
    var kept: [LaterCommit] = []
    var places: [String: Int] = [:]
    // Oldest first: the copies are younger than what they copy.
    for later in found.reversed() {
      guard let place = places[later.commit.title] else {
        places[later.commit.title] = kept.count
        kept.append(later)
        continue
      }
      let first = kept[place]
      kept[place] = LaterCommit(
        commit: first.commit, relation: first.relation, namesCrash: first.namesCrash,
        copies: first.copies + 1)
    }
    return kept
  }
}

extension LaterCommit {
  /// The stronger relation comes first.
  fileprivate var rank: Int {
    let name = namesCrash ? 0 : 1
    return switch relation {
    case .fixes: name
    case .reverts: 2 + name
    case .fixesNamesake: 4 + name
    case .blamesAnother: 6
    case .namesCrashOnly: 7
    }
  }
}
