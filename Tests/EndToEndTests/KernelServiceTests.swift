import Dispatch
import Inputs
import Kernel
import Reviews
import Screen
import TestSupport
import Testing
import Workbench

@testable import bisectty

/// The workbench with a real repository.
@MainActor @Suite struct KernelServiceTests {
  /// Takes in messages until one fits; the service wakes the one who waits for it.
  private func wait(
    _ service: KernelService, _ bell: AsyncStream<Void>, until fits: (KernelNews) -> Bool
  ) async {
    for await _ in bell {
      for case .kernel(let news) in service.messages() where fits(news) { return }
    }
  }

  private func rung(_ service: KernelService) -> AsyncStream<Void> {
    let (bell, rope) = AsyncStream<Void>.makeStream()
    service.connect(Waker { rope.yield() })
    return bell
  }

  @Test func findsTheRepositoryAndAnswers() async throws {
    let repository = try SmallRepository()
    let commit = try #require(Revision(try repository.commit("one", files: ["a.c": "x\n"])))
    let service = KernelService()
    let bell = rung(service)
    service.start(repository.path)
    await wait(service, bell) { if case .found(repository.path) = $0 { true } else { false } }
    service.ask(.commit(commit))
    await wait(service, bell) { news in
      if case .answered(.commit(commit), .success) = news { true } else { false }
    }
    service.lookUp([.tags([commit]), .later(CulpritQuestion(culprit: commit))])
    await wait(service, bell) { news in
      if case .answered(.later, .success) = news { true } else { false }
    }
  }

  @Test func saysThatAFolderIsNoRepository() async throws {
    let folder = try TemporaryFolder()
    let service = KernelService()
    let bell = rung(service)
    service.start(folder.path)
    await wait(service, bell) { news in
      if case .unusable(.notARepository) = news { true } else { false }
    }
  }

  @Test func thePagerAndTheCopyProgramAreTheOnesTheLoopWasGiven() throws {
    let folder = try TemporaryFolder()
    let terminal = FakeTerminal(
      size: ScreenSize(rows: 30, columns: 100),
      events: "Pyt".map { .key(.character($0)) } + [.key(.character("q"))])
    let loader = LogLoader()
    loader.start([InputPath("Resources/samples/culprit-right.txt")])
    loader.waitForALog(.seconds(60))
    let model = Model(
      size: terminal.size, subject: "samples", reviewer: try #require(Reviewer("ann")))
    loader.connect(terminal.waker)
    let loop = RunLoop(
      model: model, device: terminal, loader: loader, recorder: try NoKeeper(), editor: nil,
      pager: Pager { _ in "pg" }, copier: CopyProgram { _ in "tee \(folder.path)/clip" })
    #expect(loop.run() == nil)
    #expect(terminal.clipboard.isEmpty)
  }
}

/// A store that takes nothing.
private final class NoKeeper: ReviewRecorder {
  let reviewer: Reviewer

  init() throws { reviewer = try #require(Reviewer("ann")) }

  func record(_ request: ReviewRequest, in book: ReviewBook) -> Message { .notRecorded("no") }
  func news() -> Message? { nil }
  let isNotified = true
}
