import ChildProcess
import Dispatch
import Kernel
import KernelTree
import Screen
import Synchronization
import Workbench

/// Asks the kernel's repository beside the run loop.
///
/// What a person waits for is asked at once. What is looked up beside takes its turn, one question
/// after the other, and is dropped when another log is opened; so is the question git is at.
final class KernelDesk: Sendable {
  private struct State {
    var tree: KernelTree?
    var messages: [Message] = []
    var waker = Waker {}
    /// The present round of what is looked up beside.
    var round = Cancellation()
    /// What the person waits for.
    var current = Cancellation()
  }

  private let state = Mutex(State())
  private let beside = DispatchQueue(label: "kernel.beside", qos: .utility)
  private let atOnce = DispatchQueue(label: "kernel.at-once", attributes: .concurrent)

  /// What is going on.
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

  /// Wakes a run loop from now on.
  func connect(_ waker: Waker) {
    state.withLock { $0.waker = waker }
    waker.wake()
  }

  /// Everything since the last call.
  func messages() -> [Message] {
    state.withLock { state in
      defer { state.messages = [] }
      return state.messages
    }
  }

  /// Asks what the person waits for, instead of what was asked so before.
  func ask(_ question: KernelQuestion) {
    let cancellation = Cancellation()
    state.withLock { state in
      state.current.cancel()
      state.current = cancellation
    }
    atOnce.async(group: underway) { [self] in answer(question, cancellation) }
  }

  /// Ranks the commits that the person waits for, instead of what was asked so before.
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

  /// Gives up what the person waits for.
  func stopAsking() { state.withLock { $0.current.cancel() } }

  /// Asks some questions beside, instead of those asked so before.
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

  /// Ends what is going on, when the program ends, so that no git is left behind.
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
