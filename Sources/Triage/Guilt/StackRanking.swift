import BisectionLog

/// The stacks of a report that are worth reading, the most telling first.
struct StackRanking {
  /// The candidates, each with the reason.
  let list: [Guilt.Candidate]

  /// Kinds of stacks that belong to the crash itself.
  static let mainKinds: [StackKind] = [
    .callTrace, .interrupt, .registers, .hungTask, .nmiBacktrace, .access,
  ]

  init(trail: ReportTrail, guilty: Guilt.FramePlace?) {
    let report = trail.report
    let owners = Self.ownersOfLocks(in: report, trail.text)
    let ranked = report.leadingStacks.compactMap {
      stack -> (rank: Int, candidate: Guilt.Candidate)? in
      guard
        let (rank, reason) = Self.interest(
          in: stack, of: report, guilty: guilty, owners: owners, trail)
      else { return nil }
      let start =
        guilty?.stack == stack.index ? guilty?.frame ?? 0 : Self.start(of: stack, trail.text)
      return (rank, Guilt.Candidate(stack: stack.index, reason: reason, frame: start))
    }
    list = ranked.sorted { ($0.rank, $0.candidate.stack) < ($1.rank, $1.candidate.stack) }
      .map(\.candidate)
  }

  /// How relevant a stack is, 0 most, and why; nil for stacks that are not part of the crash.
  private static func interest(
    in stack: Stack, of report: CrashReport, guilty: Guilt.FramePlace?, owners: Set<String>,
    _ trail: ReportTrail
  ) -> (Int, String)? {
    let hangs = report.headlines.first.map { isHang($0.kind) } ?? false
    if hangs, stack.kind == .nmiBacktrace, isBusy(stack, trail.text) {
      if guilty?.stack == stack.index { return (0, "guilty frame") }
      if isWatchdog(stack, trail.text) { return (6, "noticed the hang") }
      return owners.contains(task(of: stack))
        ? (0, "holds locks and runs") : (1, "runs while others wait")
    }
    if guilty?.stack == stack.index { return (2, "guilty frame") }
    switch stack.kind {
    case .free: return (3, "freed the memory")
    case .allocation: return (4, "allocated the memory")
    case .access: return (3, "accesses the memory")
    case .origin: return (3, "origin of the value")
    case .store: return (4, "stored the value")
    case .lockChain: return (3, "takes the locks in another order")
    case .lockUsage: return (4, "uses the lock in another context")
    case .acquired: return (5, "takes the lock")
    case .workCreation: return (5, "queued the work")
    case .pageOwner: return (5, "had the page")
    case .registers where repeatsRegisters(stack, of: report, trail.text): return nil
    case .callTrace, .interrupt, .registers: return (5, "was running at the crash")
    case .hungTask: return (3, "waits")
    case .heldLocks: return (6, "shows who holds which locks")
    case .nmiBacktrace: return (7, "ran on another processor")
    case .panic, .faultInjection, .other: return nil
    }
  }

  /// Whether old kernels print the stack's registers a second time, after the trace.
  private static func repeatsRegisters(
    _ stack: Stack, of report: CrashReport, _ text: SourceText
  ) -> Bool {
    func functions(_ stack: Stack) -> [String] { stack.frames.map { text.string($0.function) } }
    let own = functions(stack)
    return report.leadingStacks.prefix { $0.index < stack.index }.contains {
      $0.kind == .registers && functions($0) == own
    }
  }

  private static func isHang(_ kind: HeadlineKind) -> Bool {
    switch kind {
    case .taskHung, .taskCannotDie, .rcuStall, .softLockup, .workqueueLockup: true
    default: false
    }
  }

  /// Whether a processor did something of its own when it was asked.
  private static func isBusy(_ stack: Stack, _ text: SourceText) -> Bool {
    stack.frames.count > 1 && !stack.context.contains("swapper")
  }

  /// Whether a stack is that of who noticed the hang and asked the others.
  private static func isWatchdog(_ stack: Stack, _ text: SourceText) -> Bool {
    stack.context.contains("khungtaskd") || stack.context.contains("task rcu_")
      || stack.frames.contains {
        text.holds(ReportTrail.name(of: $0, in: text), "nmi_cpu_backtrace")
      }
  }

  /// The tasks that hold locks, as `name/number`.
  private static func ownersOfLocks(in report: CrashReport, _ text: SourceText) -> Set<String> {
    Set(report.lockHolders.map { text.string($0.task) })
  }

  /// The task of a stack, as `name/number`; empty if none is named.
  private static func task(of stack: Stack) -> String {
    guard stack.context.hasPrefix("task ") else { return "" }
    return String(stack.context.dropFirst(5).prefix { $0 != "," })
  }

  /// The first frame of a stack that is part of the story.
  private static func start(of stack: Stack, _ text: SourceText) -> Int {
    let classes = FrameClasses.standard
    return stack.frames.first { frame in
      guard frame.reliable else { return false }
      return text.withFunctionName(of: ReportTrail.name(of: frame, in: text)) { name in
        classes.frameClass(of: name) == .telling
          && (stack.kind != .hungTask || !classes.waiting.match(name))
      }
    }?.index ?? 0
  }
}
