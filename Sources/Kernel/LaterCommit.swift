/// A later commit that refers to a culprit.
package struct LaterCommit: Hashable, Sendable {
  /// The commit; of several with one subject, as backports are, the oldest.
  package let commit: CommitLine
  /// Its content.
  package let relation: Relation
  /// Whether its message names the crash by its title.
  package let namesCrash: Bool
  /// How many commits with this subject do so.
  package let copies: Int

  /// How a later commit refers to a culprit.
  package enum Relation: Hashable, Sendable {
    /// `Fixes:` with the culprit's hash.
    case fixes
    /// `Fixes:` with the culprit's subject but this hash, as trees that rewrite commits have it.
    case fixesNamesake(Revision)
    /// `This reverts commit` with the culprit's hash.
    case reverts
    /// It names the crash, and `Fixes:` blames this commit, another than the culprit.
    case blamesAnother(Revision)
    /// It names the crash and blames nobody.
    case namesCrashOnly
  }

  /// A later commit with its relation.
  package init(commit: CommitLine, relation: Relation, namesCrash: Bool, copies: Int = 1) {
    self.commit = commit
    self.relation = relation
    self.namesCrash = namesCrash
    self.copies = copies
  }
}
