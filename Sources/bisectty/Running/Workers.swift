import ChildProcess
import Glibc
import Synchronization

/// Does `work` for every item on all processors, and hands over the results in the items' order, each
/// as soon as it and all before it are there.
func forEachInOrder<Item: Sendable, Result: Sendable>(
  _ items: [Item], work: @escaping @Sendable (Item) -> Result,
  finish: @escaping @Sendable (Result) -> Void
) {
  let queue = OrderedQueue(items: items, work: work, finish: finish)
  let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  let helpers = min(processors, items.count) - 1
  let threads = (0..<max(0, helpers)).compactMap { _ in Worker.start { queue.run() } }
  queue.run()
  for thread in threads { pthread_join(thread, nil) }
}

/// Runs two pieces of work in parallel, `side` on its own thread.
func together<Side: Sendable, Main>(
  _ side: @escaping @Sendable () -> Side, _ main: () -> Main
) -> (Side, Main) {
  let result = SideResult<Side>()
  let thread = Worker.start { result.set(side()) }
  let value = main()
  if let thread { pthread_join(thread, nil) }
  // There may have been no thread to do it.
  return (result.value ?? side(), value)
}

/// The result of a thread.
private final class SideResult<Value: Sendable>: Sendable {
  private let kept = Mutex<Value?>(nil)

  var value: Value? { kept.withLock { $0 } }

  func set(_ value: Value) { kept.withLock { $0 = value } }
}

/// Items that several threads take from, and results that leave in order.
private final class OrderedQueue<Item: Sendable, Result: Sendable>: Sendable {
  private struct State {
    var taken = 0
    var finished = 0
    var waiting: [Int: Result] = [:]
  }

  private let items: [Item]
  private let work: @Sendable (Item) -> Result
  private let finish: @Sendable (Result) -> Void
  private let state = Mutex(State())

  init(
    items: [Item], work: @escaping @Sendable (Item) -> Result,
    finish: @escaping @Sendable (Result) -> Void
  ) {
    self.items = items
    self.work = work
    self.finish = finish
  }

  /// Works until no item is left.
  func run() {
    while let index = take() {
      let result = work(items[index])
      state.withLock { state in
        state.waiting[index] = result
        while let due = state.waiting.removeValue(forKey: state.finished) {
          finish(due)
          state.finished += 1
        }
      }
    }
  }

  private func take() -> Int? {
    state.withLock { state in
      guard state.taken < items.count else { return nil }
      defer { state.taken += 1 }
      return state.taken
    }
  }
}
