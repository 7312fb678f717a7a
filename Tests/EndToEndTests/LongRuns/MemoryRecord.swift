import ReviewStore

/// How much memory a program held after each round, and how many decisions there were by then.
struct MemoryRecord {
  private let name: String
  private(set) var kibibytes: [Int] = []
  private(set) var decisions: [Int] = []
  private let store: ReviewStore

  /// - Parameters:
  ///   - name: what to call the program in what is printed.
  ///   - store: the path of the decisions.
  init(name: String, store: String) throws {
    self.name = name
    self.store = try ReviewStore.open(store)
  }

  mutating func add(_ kibibytes: Int) throws {
    self.kibibytes.append(kibibytes)
    let rounds = self.kibibytes.count
    let news = rounds % 10 == 0 ? try store.newEvents().count : 0
    decisions.append((decisions.last ?? 0) + news)
    guard rounds % 50 == 0 else { return }
    print("\(name), after \(rounds) rounds: \(kibibytes) KiB, \(decisions.last ?? 0) decisions")
  }

  /// Whether the second half of a long session took at most a twentieth more than its first half.
  ///
  /// 1 KiB is allowed for each decision, for each can be undone. A session of a few minutes may take an
  /// eighth and 8 MiB more, for texts and logs are not equally long; a shorter one tells nothing.
  var isBounded: Bool {
    guard kibibytes.count >= 40 else { return true }
    let half = kibibytes.count / 2
    let early = kibibytes.prefix(half).max() ?? 0
    let late = kibibytes.suffix(half).max() ?? 0
    let decided = (decisions.last ?? 0) - decisions[half]
    let allowed = kibibytes.count < 1000 ? early / 8 + 8192 : early / 20
    return late <= early + allowed + decided
  }

  /// The figures in one line: every tenth of the session.
  var summary: String {
    let step = max(1, kibibytes.count / 10)
    let values = stride(from: step - 1, to: kibibytes.count, by: step).map { kibibytes[$0] }
    return "\(name): \(values) KiB in tenths of \(kibibytes.count) rounds, "
      + "\(decisions.last ?? 0) decisions"
  }
}
