import ChildProcess
import Dispatch
import Kernel
import KernelTree
import Screen
import Synchronization
import Workbench

/// Answers questions to the kernel's repository on background threads.
///
/// What the user waits for is asked immediately. Background look-ups run in turn, one question
/// after the other, and is dropped when another log is opened; so is the question git is at.
final class KernelService: Sendable {
  private struct State {
    var tree: KernelTree?
    var messages: [Message] = []
    var waker = Waker {}
    /// The present round of what is looked up beside.
    var round = Cancellation()
    /// What the user waits for.
    var current = Cancellation()
  }

  private let state = Mutex(State())
  private let beside = DispatchQueue(label: "kernel.beside", qos: .utility)
  private let atOnce = DispatchQueue(label: "kernel.at-once", attributes: .concurrent)

  /// Work in progress.
  private let underway = DispatchGroup()

  /// Opens a repository that was asked for, or one around the present folder that holds a kernel.
  func start(_ folder: String?) {
    atOnce.async(group: underway) { [self] in
      if let folder {
        let tree = Result { () throws(KernelProblem) in try KernelTree(opening: folder) }
        switch tree {
        case .success(let tree): found(tree)
        case .failure(let problem): tell(.kernel(.unusable(problem)))
        }
      } else if let tree = KernelTree.enclosing(".") {
        found(tree)
      }
    }
  }

  /// Wakes a run loop whenever there is news.
  func connect(_ waker: Waker) {
    state.withLock { $0.waker = waker }
    waker.wake()
  }

  /// All messages since the last call.
  func messages() -> [Message] {
    state.withLock { state in
      defer { state.messages = [] }
      return state.messages
    }
  }

  /// Asks the question the user is waiting for and cancels the previous one.
  func ask(_ question: KernelQuestion) {
    let cancellation = Cancellation()
    state.withLock { state in
      state.current.cancel()
      state.current = cancellation
    }
    atOnce.async(group: underway) { [self] in answer(question, cancellation) }
  }

  /// Ranks commits for the user and cancels the previous question.
  func rank(_ request: CandidateRequest) {
    let cancellation = Cancellation()
    state.withLock { state in
      state.current.cancel()
      state.current = cancellation
    }
    atOnce.async(group: underway) { [self] in
      guard let tree = state.withLock({ $0.tree }), !cancellation.isCancelled else { return }
      let result = Result { () throws(KernelProblem) in
        let (total, ranked) = try tree.candidates(
          for: request.crash, from: request.from.gitName, to: request.to.gitName,
          cancellation: cancellation)
        return RankedCandidates(
          request: request, total: total, best: Array(ranked.prefix(RankedCandidates.limit)))
      }
      tell(.kernel(.ranked(request, result)))
    }
  }

  /// Cancels the request the user is waiting for.
  func stopAsking() { state.withLock { $0.current.cancel() } }

  /// Asks background questions and cancels the previous round.
  func lookUp(_ questions: [KernelQuestion]) {
    let round = Cancellation()
    state.withLock { state in
      state.round.cancel()
      state.round = round
    }
    for question in questions {
      beside.async(group: underway) { [self] in answer(question, round) }
    }
  }

  /// Cancels running work when the program ends, so that no git process is left behind.
  func stop() {
    defer { _ = underway.wait(timeout: .now() + .milliseconds(300)) }

    state.withLock { state in
      state.round.cancel()
      state.current.cancel()
    }
  }

  private func found(_ tree: KernelTree) {
    state.withLock { $0.tree = tree }
    tell(.kernel(.found(workTree: tree.workTree)))
  }

  private func answer(_ question: KernelQuestion, _ cancellation: Cancellation) {
    guard let tree = state.withLock({ $0.tree }), !cancellation.isCancelled else { return }
    let result = Result { () throws(KernelProblem) in
      try tree.answer(question, cancellation: cancellation)
    }
    tell(.kernel(.answered(question, result)))
  }

  private func tell(_ message: Message) {
    let waker = state.withLock { state in
      state.messages.append(message)
      return state.waker
    }
    waker.wake()
  }
}
