import ChildProcess
import Kernel

extension KernelTree {
  /// Answers a question; the thread waits meanwhile.
  package func answer(
    _ question: KernelQuestion, cancellation: Cancellation? = nil
  ) throws(KernelProblem) -> KernelAnswer {
    switch question {
    case .source(let path, let revision):
      .source(try source(path: path, at: revision, cancellation: cancellation))
    case .commit(let revision):
      .commit(try commitText(revision, cancellation: cancellation))
    case .tags(let revisions):
      .tags(try nearestTags(of: revisions, cancellation: cancellation))
    case .later(let question):
      .later(try laterCommits(about: question, cancellation: cancellation))
    case .between(let earlier, let later):
      .between(try commits(afterAll: earlier, upTo: later, cancellation: cancellation))
    case .origin(let path, let line, let revision):
      .origin(try origin(ofLine: line, path: path, at: revision, cancellation: cancellation))
    }
  }
}
