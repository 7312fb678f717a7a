import BisectionLog

extension Recipe {
  /// The ways to the guilty function of a headline, the first to be tried first; none for a line
  /// that is not a headline after all.
  static func all(for headline: Headline) -> [Recipe] {
    switch headline.family {
    case .bug, .warning, .info:
      sanitizer(headline.kind) ?? locking(headline) ?? memory(headline.kind)
        ?? warnings(headline.kind) ?? waiting(headline.kind) ?? plain(headline.kind)
    default: fault(headline.kind)
    }
  }

  private static func sanitizer(_ kind: HeadlineKind) -> [Recipe]? {
    switch kind {
    case .kasan:
      [
        Recipe(parts: [.headline, .callTrace, .stack], skips: "kasan"),
        Recipe(parts: [.headline, .callTrace, .stack], skips: "kasanFree"),
        none(needsStack: true, isDamaged: true),
      ]
    case .kasanOnAddress: [none(needsStack: true), none(needsStack: true, isDamaged: true)]
    case .kasanOther: [none(needsStack: true, isDamaged: true)]
    case .kmsan, .kmsanInfoleak:
      [
        Recipe(
          parts: [.stack, .mark(.origin), .stack], skips: kind.rawValue, needsStack: false)
      ]
    case .kcsan: [none(needsStack: false)]
    case .kfenceAccess, .kfenceInvalidAccess: [Recipe(parts: [.headline, .stack])]
    case .kfenceInvalidFree, .kfenceCorruption:
      [Recipe(parts: [.headline, .stack], needsStack: false)]
    default: nil
    }
  }

  private static func memory(_ kind: HeadlineKind) -> [Recipe]? {
    switch kind {
    case .pagingRequest, .nullDereference: [fault()]
    case .unableToHandle: [none(needsStack: true, isDamaged: true)]
    case .badPage: [Recipe(parts: [.mark(.pageAllocated), .stack], skips: "badPage")]
    case .badPageMap, .busyDentry: [none(needsStack: true)]
    case .badRssCounter, .leakedPageTables, .leakedMiddleTables, .workqueueLockup:
      [none(needsStack: false)]
    case .memoryLeak: [Recipe(parts: [.mark(.leakBacktrace), .stack], skips: "memoryLeak")]
    case .stackGuardPage:
      [Recipe(parts: [.pointer, .callTrace, .stack], choice: .stall)]
    default: nil
    }
  }

  private static func locking(_ headline: Headline) -> [Recipe]? {
    let isBug = headline.family == .bug
    if headline.family == .info, let old = oldLocking(headline.kind) { return old }
    return switch headline.kind {
    case .spinlock: [trace(skips: "spinlock")]
    case .stillHoldsLocks: [literal([isBug ? .address : .lock])]
    case .lockHeldOnReturn: [literal([.mark(.leavingWithLocks), .lock], needsStack: false)]
    case .badUnlockBalance: [Recipe(parts: [.address, .callTrace, .stack])]
    case .heldLockFreed: [literal([isBug ? .address : .lock])]
    case .circularLocking:
      [
        Recipe(
          parts: [.mark(.tryingToAcquire), .lock, .lock, .stack], skips: "circularLocking")
      ]
    case .lockInversion: [literal([.mark(.changedLockState), .lock])]
    case .unsafeLockOrder: [Recipe(parts: [.mark(.lockBecame), .stack])]
    case .recursiveLocking: [literal([.mark(.tryingToAcquire), .lock])]
    case .inconsistentLock: [trace()]
    case .suspiciousRCU: [trace(skips: "suspiciousRCU")]
    default: nil
    }
  }

  /// Kernels before 2017 announce them as `INFO:`; there the lock itself names the crash.
  private static func oldLocking(_ kind: HeadlineKind) -> [Recipe]? {
    switch kind {
    case .circularLocking, .unsafeLockOrder: [literal([.mark(.tryingToAcquire), .lock])]
    case .inconsistentLock: [literal([.mark(.takes), .lock])]
    default: nil
    }
  }

  private static func warnings(_ kind: HeadlineKind) -> [Recipe]? {
    switch kind {
    case .debugObjects, .usercopyWarning, .kobjectWarning, .procRegistration, .refcount,
      .lockdepWarning, .allocationWarning, .usbSubmission:
      [warning(skips: kind.rawValue)]
    case .nestedLock, .zeroSizeAllocation, .warningWithoutFunction, .warning: [warning()]
    case .stackRegistersValue, .stackPointerValue, .stackRegisters: [none(needsStack: false)]
    default: nil
    }
  }

  private static func waiting(_ kind: HeadlineKind) -> [Recipe]? {
    switch kind {
    case .softLockup: [Recipe(parts: [.pointer, .callTrace, .stack], choice: .stall)]
    case .rcuStall:
      [
        Recipe(
          parts: [.timerInterrupt, .pointer, .stack], otherParts: [.interrupt, .stack],
          skips: "rcuStall", choice: .stall)
      ]
    case .taskHung: [Recipe(parts: [.callTrace, .stack], choice: .waiting)]
    case .taskCannotDie: [trace(skips: "taskCannotDie")]
    default: nil
    }
  }

  private static func plain(_ kind: HeadlineKind) -> [Recipe] {
    switch kind {
    case .schedulingWhileAtomic, .preemptible, .invalidWaitContext, .nonStaticKey:
      [trace(skips: kind.rawValue)]
    case .sleepingFunction: [trace()]
    case .workqueueLeakedLock: [none(needsStack: false)]
    case .freedOrAllocated, .empty: [none(needsStack: true, isDamaged: true)]
    default: []
    }
  }

  private static func fault(_ kind: HeadlineKind) -> [Recipe] {
    switch kind {
    case .armFault, .protectionFault, .stackSegment, .internalError, .unhandledFault,
      .alignmentTrap:
      [fault()]
    case .kernelBug: [fault(skips: "kernelBug")]
    case .int3: [fault()]
    case .doubleFault, .divideError, .invalidOpcode: [Recipe(parts: [.pointer])]
    case .stackProtector: [Recipe(parts: [.headline], isLiteral: true, needsStack: false)]
    case .stackProtectorAddress, .rustPanic: [trace(skips: kind.rawValue)]
    case .corruptedStackEnd, .stackOverflow:
      [Recipe(parts: [.callTrace, .stack], skips: kind.rawValue, choice: .stall)]
    case .usercopyBug, .ubsan: [trace(skips: kind.rawValue)]
    case .listBug: [trace()]
    case .initKilled, .terminalDiscipline, .kernelPanic, .capitalKernelBug, .objectAlreadyFree:
      [none(needsStack: true)]
    case .fatalException, .panicOnWarning, .hungTaskPanic:
      [none(needsStack: true, isDamaged: true)]
    case .unknown, .empty: []
    default: [none(needsStack: false)]
    }
  }
}
