/// Why a kernel's repository gave no answer.
package enum KernelProblem: Error, Hashable, Sendable {
  /// The program git could not be started, and why.
  case noGit(reason: String)
  /// The folder is in no git repository.
  case notARepository(path: String)
  /// Git does not trust a repository of another user.
  case ownedByAnother(path: String)
  /// The commit or tag is not there.
  case missing(Revision, isShallow: Bool)
  /// Several objects begin with the digits.
  case ambiguous(Revision)
  /// The path cannot be one inside the tree.
  case outside(path: String)
  /// There was no such file at the commit.
  case noFile(path: String, Revision)
  /// The file was there, but the repository does not have its contents.
  case noContents(path: String, Revision)
  /// The file has no such line (from 1).
  case noLine(Int, path: String)
  /// The answer is longer than this many bytes.
  case tooLong(bytes: Int)
  /// No answer came in this many seconds.
  case timedOut(seconds: Int)
  /// The question was taken back.
  case cancelled
  /// Something else, in git's own words.
  case failed(reason: String)

  /// What is wrong and what to do, as a sentence without a full stop; text of git or of a log in it
  /// may hold anything.
  package var sentence: String {
    switch self {
    case .noGit(let reason): "git cannot be started (\(reason)), install it or put it in PATH"
    case .notARepository(let path):
      "\(path) is no git repository, give --kernel the folder of a kernel's clone"
    case .ownedByAnother(let path):
      "\(path) belongs to another user, tell git to trust it: git config --global --add safe.directory \(path)"
    case .missing(let revision, let isShallow):
      "\(revision.short) is not in this repository, "
        + (isShallow
          ? "which is shallow, git fetch --unshallow gets the rest"
          : "fetch the tree that it comes from")
    case .ambiguous(let revision): "several objects begin with \(revision.short), give more digits"
    case .outside(let path): "\(path) is no path inside a kernel's tree"
    case .noFile(let path, let revision): "\(path) did not exist at \(revision.short)"
    case .noContents(let path, let revision):
      "the contents of \(path) at \(revision.short) are not in this partial clone, fetch them with git"
    case .noLine(let line, let path): "\(path) has no line \(line) at that commit"
    case .tooLong(let bytes): "git's answer is longer than \(bytes >> 20) MiB, which is not shown"
    case .timedOut(let seconds): "git gave no answer in \(seconds) seconds"
    case .cancelled: "the question was taken back"
    case .failed(let reason): "git failed: \(reason)"
    }
  }
}
