/// A line that announces a crash, such as `BUG: KASAN: use-after-free in free_ioctx_users+0x2b`.
public struct Headline: Sendable {
  /// What it announces.
  public var kind: HeadlineKind
  /// The words that made it a headline; kinds of one family give a report its title together.
  public var family: HeadlineFamily
  /// Its line, from 1.
  public var line: Int
  /// The line from the words of the family to its end.
  public var text: TextRange
  /// The function it names, without suffix and offset.
  public var function: TextRange?
  /// What the kind's title needs of the line: the kind of a bad access, the text of a panic.
  public var detail: TextRange?
  /// A second such piece: whether memory was read or written.
  public var secondDetail: TextRange?
  /// What printed the line.
  public var console: ConsoleContext
  /// How many lines that belong to the report's own context come before it.
  public var precedingLines: Int

  /// A headline about which only its kind and place are known.
  public init(
    kind: HeadlineKind, family: HeadlineFamily, line: Int, text: TextRange,
    console: ConsoleContext, precedingLines: Int
  ) {
    self.kind = kind
    self.family = family
    self.line = line
    self.text = text
    self.console = console
    self.precedingLines = precedingLines
  }
}

/// The words that make a line a headline, in the order in which they are looked for.
public enum HeadlineFamily: Int, Sendable, CaseIterable {
  case bug, warning, info, unableToHandle, protectionFault, stackSegment, kernelPanic, doubleFault
  case rustPanic, kernelBug, capitalKernelBug, slabBug, divideError, divideErrorMisspelt
  case invalidOpcode, int3, ubsan, booting, netdevice, filesClosed, busyInodes, internalError
  case unhandledFault, alignmentTrap, trusty, goRuntime, executorFailure, executorFatal, panic

  /// Whether such a line within a report is part of it rather than the start of another.
  ///
  /// After syzkaller's list of lines that do not start a report.
  public var continuesReport: Bool {
    switch self {
    case .kernelPanic, .netdevice, .doubleFault, .internalError: true
    default: false
    }
  }
}

/// What a headline announces.
public enum HeadlineKind: String, Sendable, CaseIterable {
  // `BUG:`
  case kasan, kasanOnAddress, kasanOther
  case kmsan, kmsanInfoleak
  case kcsan
  case kfenceAccess, kfenceInvalidFree, kfenceInvalidAccess, kfenceCorruption
  case pagingRequest, nullDereference, unableToHandle
  case spinlock, softLockup, schedulingWhileAtomic
  case badRssCounter, leakedPageTables, leakedMiddleTables, busyDentry
  case badPage, badPageMap
  case workqueueLockup, workqueueLeakedLock
  case sleepingFunction, preemptible, memoryLeak, stackGuardPage, invalidWaitContext
  // `BUG:` and `WARNING:`
  case stillHoldsLocks, lockHeldOnReturn, badUnlockBalance, heldLockFreed
  // `WARNING:`
  case debugObjects, usercopyWarning, kobjectWarning, procRegistration, refcount, lockdepWarning
  case nestedLock, allocationWarning, zeroSizeAllocation, usbSubmission
  case warningWithoutFunction, warning
  case stackRegistersValue, stackPointerValue, stackRegisters
  // `WARNING:` and `INFO:`
  case circularLocking, lockInversion, unsafeLockOrder, recursiveLocking, inconsistentLock
  case suspiciousRCU
  // `INFO:`
  case rcuStall, nonStaticKey, taskHung, taskCannotDie, freedOrAllocated
  // Faults.
  case armFault, protectionFault, stackSegment, doubleFault
  case divideError, invalidOpcode, int3, internalError, unhandledFault, alignmentTrap
  // Panics.
  case stackProtector, stackProtectorAddress, corruptedStackEnd, stackOverflow, initKilled
  case terminalDiscipline, fatalException, panicOnWarning, hungTaskPanic, kernelPanic
  case rustPanic
  // Assertions.
  case usercopyBug, listBug, kernelBug, capitalKernelBug, objectAlreadyFree
  case ubsan
  // Others.
  case reboot, netdeviceReference, closedFile, busyInodes
  case trustyAssertion, trustyPanic
  case goRuntime, executorFailure, executorFatal, sentryStuck, panic
  /// The words of the family alone.
  case empty
  /// The family is known, the rest is not.
  case unknown
}
