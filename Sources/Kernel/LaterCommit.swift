/// A later commit that says something about a culprit.
package struct LaterCommit: Hashable, Sendable {
  /// The commit; of several with one subject, as backports are, the oldest.
  package let commit: CommitLine
  /// What it says.
  package let relation: Relation
  /// Whether its message names the crash by its title.
  package let namesCrash: Bool
  /// How many commits with this subject say so.
  package let copies: Int

  /// What a later commit says about a culprit.
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

  /// What a later commit says.
  package init(commit: CommitLine, relation: Relation, namesCrash: Bool, copies: Int = 1) {
    self.commit = commit
    self.relation = relation
    self.namesCrash = namesCrash
    self.copies = copies
  }
}
