import BisectionLog

/// Writes the title of a crash as syzkaller does.
struct TitleWriter {
  private let headline: Headline
  private let text: SourceText
  /// The guilty function, or `corrupted`.
  private let function: String
  private let detail: String
  private let secondDetail: String

  init(headline: Headline, trail: ReportTrail, function: [UInt8]?) {
    self.headline = headline
    text = trail.text
    self.function = function.map { String(decoding: $0, as: UTF8.self) } ?? "corrupted"
    detail = headline.detail.map(trail.text.string) ?? ""
    secondDetail = headline.secondDetail.map(trail.text.string) ?? ""
  }

  /// The title before dynamic parts are replaced.
  func title(_ match: Verdict.Match) -> String {
    switch headline.family {
    case .bug: bug(match) ?? warning() ?? panic()
    case .warning, .info: warning() ?? bug(match) ?? panic()
    default: fault() ?? panic()
    }
  }

  private func bug(_ match: Verdict.Match) -> String? {
    switch headline.kind {
    case .kasan: kasan(match)
    case .kasanOnAddress: "KASAN: \(detail)" + (match.access.map { " " + $0 } ?? "")
    case .kasanOther: "KASAN: \(detail)"
    case .kmsan, .kmsanInfoleak: "KMSAN: \(detail) in \(function)"
    case .kcsan: "KCSAN: \(detail)"
    case .kfenceAccess: "KFENCE: \(detail) \(secondDetail) in \(function)"
    case .kfenceInvalidFree: "KFENCE: invalid free in \(function)"
    case .kfenceInvalidAccess: "KFENCE: invalid \(secondDetail) in \(function)"
    case .kfenceCorruption: "KFENCE: memory corruption in \(function)"
    case .pagingRequest: "BUG: unable to handle kernel paging request in \(function)"
    case .nullDereference: "BUG: unable to handle kernel NULL pointer dereference in \(function)"
    case .unableToHandle: "BUG: unable to handle kernel"
    case .spinlock: "BUG: \(detail) \(secondDetail) in \(function)"
    case .softLockup: "BUG: soft lockup in \(function)"
    case .schedulingWhileAtomic: "BUG: scheduling while atomic in \(function)"
    case .badPage: "BUG: Bad page \(detail) in \(function)"
    case .sleepingFunction: "BUG: sleeping function called from invalid context in \(function)"
    case .preemptible: "BUG: using \(detail)() in preemptible code in \(function)"
    case .memoryLeak: "memory leak in \(function)"
    case .stackGuardPage: "BUG: stack guard page was hit in \(function)"
    case .invalidWaitContext: "WARNING: locking bug in \(function)"
    default: fixedBug()
    }
  }

  private func kasan(_ match: Verdict.Match) -> String {
    if match.isFree { return "KASAN: invalid-free in \(function)" }
    if let access = match.access { return "KASAN: \(detail) \(access) in \(function)" }
    let rest = text.string(headline.text)
    return String(rest.dropFirst(5))
  }

  private func fixedBug() -> String? {
    switch headline.kind {
    case .badRssCounter: "BUG: Bad rss-counter state"
    case .leakedPageTables: "BUG: non-zero nr_ptes on freeing mm"
    case .leakedMiddleTables: "BUG: non-zero nr_pmds on freeing mm"
    case .busyDentry: "BUG: Dentry still in use in unmount"
    case .badPageMap: "BUG: Bad page map"
    case .workqueueLockup: "BUG: workqueue lockup"
    case .workqueueLeakedLock:
      "BUG: workqueue leaked lock or atomic in "
        + (headline.function.map { String(decoding: text.functionName(of: $0), as: UTF8.self) }
          ?? "corrupted")
    default: nil
    }
  }

  private func warning() -> String? {
    let family = headline.family == .bug ? "BUG" : headline.family == .info ? "INFO" : "WARNING"
    return switch headline.kind {
    case .debugObjects: "WARNING: ODEBUG bug in \(function)"
    case .usercopyWarning: "WARNING: bad usercopy in \(function)"
    case .kobjectWarning: "WARNING: kobject bug in \(function)"
    case .procRegistration: "WARNING: proc registration bug in \(function)"
    case .refcount: "WARNING: refcount bug in \(function)"
    case .lockdepWarning: "WARNING: locking bug in \(function)"
    case .nestedLock: "WARNING: nested lock was not taken in \(function)"
    case .allocationWarning: "WARNING: kmalloc bug in \(function)"
    case .zeroSizeAllocation: "WARNING: zero-size vmalloc in \(function)"
    case .usbSubmission: "WARNING in \(function)/usb_submit_urb"
    case .warning, .warningWithoutFunction: "WARNING in \(function)"
    case .stillHoldsLocks: "\(family): still has locks held in \(function)"
    case .lockHeldOnReturn: "\(family): lock held when returning to user space in \(function)"
    case .badUnlockBalance: "\(family): bad unlock balance in \(function)"
    case .heldLockFreed: "\(family): held lock freed in \(function)"
    case .suspiciousRCU: "\(family): suspicious RCU usage in \(function)"
    case .circularLocking, .lockInversion, .unsafeLockOrder, .recursiveLocking:
      "possible deadlock in \(function)"
    case .inconsistentLock: "inconsistent lock state in \(function)"
    case .stackRegistersValue: "WARNING: kernel stack regs has bad '\(detail)' value"
    case .stackPointerValue: "WARNING: kernel stack frame pointer has bad value"
    case .stackRegisters: "WARNING: kernel stack regs has bad value"
    case .empty: "\(family): corrupted"
    default: info()
    }
  }

  private func info() -> String? {
    switch headline.kind {
    case .rcuStall: "INFO: rcu detected stall in \(function)"
    case .nonStaticKey: "INFO: trying to register non-static key in \(function)"
    case .taskHung: "INFO: task hung in \(function)"
    case .taskCannotDie: "INFO: task can't die in \(function)"
    case .freedOrAllocated: "INFO: \(detail) in \(secondDetail)"
    default: nil
    }
  }

  private func fault() -> String? {
    switch headline.kind {
    case .armFault: "BUG: unable to handle kernel \(detail) in \(function)"
    case .protectionFault: "general protection fault in \(function)"
    case .stackSegment: "stack segment fault in \(function)"
    case .doubleFault: "PANIC: double fault in \(function)"
    case .rustPanic: "\(detail) in \(function)"
    case .usercopyBug: "BUG: bad usercopy in \(function)"
    case .listBug: "BUG: corrupted list in \(function)"
    case .kernelBug: "kernel BUG in \(function)"
    case .capitalKernelBug: "kernel BUG \(detail)"
    case .objectAlreadyFree: "BUG: Object already free"
    case .divideError: "divide error in \(function)"
    case .invalidOpcode: "invalid opcode in \(function)"
    case .int3: "int3 in \(function)"
    case .ubsan:
      detail == "Undefined behaviour"
        ? "UBSAN: undefined-behaviour in \(function)" : "UBSAN: \(detail) in \(function)"
    case .internalError: "Internal error in \(function)"
    case .unhandledFault: "Unhandled fault in \(function)"
    case .alignmentTrap: "Alignment trap in \(function)"
    default: panicWithFunction()
    }
  }

  private func panicWithFunction() -> String? {
    switch headline.kind {
    case .stackProtector, .stackProtectorAddress: "kernel panic: stack is corrupted in \(function)"
    case .corruptedStackEnd: "kernel panic: corrupted stack end in \(function)"
    case .stackOverflow: "kernel stack overflow in \(function)"
    case .initKilled: "kernel panic: Attempted to kill init!"
    case .terminalDiscipline: "kernel panic: Couldn't open N_TTY ldisc"
    case .fatalException: "kernel panic: Fatal exception"
    case .panicOnWarning: "kernel panic: panic_on_warn set"
    case .hungTaskPanic: "kernel panic: hung_task: blocked tasks"
    case .kernelPanic: "kernel panic: \(detail)"
    default: nil
    }
  }

  /// Titles that are not of the kernel's own crashes.
  private func panic() -> String {
    switch headline.kind {
    case .reboot: "unexpected kernel reboot"
    case .netdeviceReference: "unregister_netdevice: waiting for DEV to become free"
    case .closedFile: "VFS: Close: file count is zero (use-after-free)"
    case .busyInodes: "VFS: Busy inodes after unmount (use-after-free)"
    case .trustyAssertion: "trusty: ASSERT FAILED: \(detail)"
    case .trustyPanic: "trusty: panic: \(detail)"
    case .goRuntime: "go runtime error"
    case .executorFailure: "SYZFAIL:\(detail)"
    case .executorFatal: "SYZFATAL:\(detail)"
    case .sentryStuck: "panic: Sentry detected stuck tasks"
    case .panic: "panic:\(detail)"
    default: text.string(headline.text)
    }
  }
}
