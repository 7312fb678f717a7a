import ArgumentParser
import Glibc
import Inputs
import Reviews

/// `bisectty reviews sync DIR`: shares decisions through a git repository.
struct ReviewsSyncCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Share decisions with a team through a git repository.",
    discussion: """
      Fetches and merges what others decided, takes it in, writes all of your own decisions to \
      'reviews/NAME.jsonl', commits that file alone and pushes. Each reviewer has a file, so \
      merges never conflict. Without a network the rest is done, and the next sync catches up; \
      status 1 tells that a step failed.
      """)

  @Argument(help: "The team's repository, with its files checked out.", completion: .directory)
  var folder: String

  @OptionGroup var keeping: KeepingArguments

  func run() throws {
    let reviewer = try keeping.reviewer()
    var status = stat()
    guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw CommandFailure(
        .noInput, at: InputPath(folder), "is no directory, name a clone of the team's repository")
    }
    let git = TeamGit(folder: folder, committer: reviewer.name)
    guard git.answer(["rev-parse", "--is-inside-work-tree"]) == "true" else {
      throw CommandFailure(
        .noInput, at: InputPath(folder),
        "is no git repository with its files checked out, clone the team's or run 'git init' in it")
    }
    var sync = TeamSync(git: git, store: try keeping.openStore(), reviewer: reviewer)
    try sync.run()
    if sync.hasFailed { throw CommandFailure(toldBefore: .wanting) }
  }
}
