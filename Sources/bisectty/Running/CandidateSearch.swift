import ChildProcess
import Kernel
import KernelTree
import Triage

extension KernelTree {
  /// Reads the commits of a range and ranks them by what a crash says.
  ///
  /// - Parameter reading: called once the commits are read, with their number.
  func candidates(
    for crash: RangedCrash, from: String, to: String, cancellation: Cancellation? = nil,
    ranking: (Int) -> Void = { _ in }
  ) throws(KernelProblem) -> (total: Int, ranked: [CandidateCommit]) {
    let commits = try detailedCommits(from: from, to: to, cancellation: cancellation)
    ranking(commits.count)
    var file: String?
    if let function = crash.wantedFunction {
      file = (try? filesDefining(function, at: to, cancellation: cancellation))?.first
    }
    let isCancelled: () -> Bool = { cancellation?.isCancelled ?? false }
    let ranking = CandidateRanking(
      of: commits.map(RangeCommit.init(detailed:)), for: crash.profile(file: file),
      isCancelled: isCancelled)
    guard !isCancelled() else { throw .cancelled }
    return (commits.count, ranking.candidates)
  }
}

extension RangeCommit {
  fileprivate init(detailed commit: DetailedCommit) {
    self.init(
      hash: commit.hash, title: commit.title, message: commit.message, author: commit.author,
      date: commit.date, files: commit.files)
  }
}
