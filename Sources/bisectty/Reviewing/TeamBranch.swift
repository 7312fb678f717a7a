/// Where the checked-out branch of a team's repository comes from and goes to.
struct TeamBranch: Sendable {
  /// The name of the remote.
  let remote: String
  private let local: String
  private let theirs: String

  /// Nil if there is no remote, or no branch is checked out.
  init?(_ git: TeamGit) {
    guard let local = git.answer(["symbolic-ref", "--short", "HEAD"]) else { return nil }
    let remotes = git.answer(["remote"])?.split(separator: "\n").map(String.init) ?? []
    let configured = git.answer(["config", "--get", "branch.\(local).remote"])
    guard let remote = configured ?? remotes.first, remotes.contains(remote) else { return nil }
    self.remote = remote
    self.local = local
    theirs = git.answer(["config", "--get", "branch.\(local).merge"]) ?? "refs/heads/\(local)"
  }

  /// Fetches what others sent.
  func fetch(_ git: TeamGit) throws(TeamGitFailure) {
    try git.run(["fetch", "--quiet", "--", remote])
  }

  /// The commit that was fetched for the branch; nil if the remote has none yet.
  func upstream(_ git: TeamGit) -> String? {
    let followed = "refs/remotes/\(remote)/\(local)"
    return ["@{upstream}", followed].lazy.compactMap { name in
      git.answer(["rev-parse", "--verify", "--quiet", "\(name)^{commit}"])
    }.first
  }

  /// Sends the branch.
  func push(_ git: TeamGit) throws(TeamGitFailure) {
    try git.run(["push", "--quiet", "--", remote, "HEAD:\(theirs)"])
  }
}
