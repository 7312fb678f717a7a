extension HeadlineFinder {
  /// What a line that holds `Kernel panic` announces.
  static func kernelPanic(_ text: ByteView) -> FoundHeadline {
    guard let rest = text.after("Kernel panic - not syncing: ") else {
      return FoundHeadline(.unknown)
    }
    if let place = rest.after("stack-protector: Kernel stack is corrupted in: ") {
      return function(at: place).map { FoundHeadline(.stackProtector, function: $0) }
        ?? FoundHeadline(.stackProtectorAddress)
    }
    let plain: [(StaticString, HeadlineKind)] = [
      ("corrupted stack end detected inside scheduler", .corruptedStackEnd),
      ("kernel stack overflow", .stackOverflow),
      ("Attempted to kill init!", .initKilled),
      ("Couldn't open N_TTY ldisc for ", .terminalDiscipline),
      ("Fatal exception", .fatalException),
      ("panic_on_warn set", .panicOnWarning),
      ("hung_task: blocked tasks", .hungTaskPanic),
    ]
    if let kind = literal(rest, plain) { return FoundHeadline(kind, detail: rest.range) }
    return FoundHeadline(.kernelPanic, detail: rest.range)
  }

  /// What a line of one of the smaller families announces.
  static func fault(_ family: HeadlineFamily, _ text: ByteView) -> FoundHeadline {
    switch family {
    case .unableToHandle: armFault(text)
    case .protectionFault:
      FoundHeadline(text.dropping(24).contains(":") ? .protectionFault : .unknown)
    case .kernelBug: kernelBug(text)
    case .ubsan: ubsan(text)
    case .trusty: trusty(text)
    case .panic: panic(text)
    case .slabBug:
      FoundHeadline(text.contains(": Object already free") ? .objectAlreadyFree : .unknown)
    case .capitalKernelBug: rest(text, 11, .capitalKernelBug)
    case .executorFailure: rest(text, 8, .executorFailure)
    case .executorFatal: rest(text, 9, .executorFatal)
    default: FoundHeadline(onlyKind(of: family))
    }
  }

  /// The kind of families that announce one thing only.
  private static func onlyKind(of family: HeadlineFamily) -> HeadlineKind {
    switch family {
    case .stackSegment: .stackSegment
    case .doubleFault: .doubleFault
    case .rustPanic: .rustPanic
    case .divideError, .divideErrorMisspelt: .divideError
    case .invalidOpcode: .invalidOpcode
    case .int3: .int3
    case .booting: .reboot
    case .netdevice: .netdeviceReference
    case .filesClosed: .closedFile
    case .busyInodes: .busyInodes
    case .internalError: .internalError
    case .unhandledFault: .unhandledFault
    case .alignmentTrap: .alignmentTrap
    case .goRuntime: .goRuntime
    default: .unknown
    }
  }

  private static func rest(
    _ text: ByteView, _ length: Int, _ kind: HeadlineKind
  ) -> FoundHeadline {
    FoundHeadline(kind, detail: text.dropping(length).range)
  }

  /// `Unable to handle kernel paging request at virtual address ...`.
  private static func armFault(_ text: ByteView) -> FoundHeadline {
    let rest = text.dropping(24)
    let causes: [StaticString] = [
      "paging request", "NULL pointer dereference", "access to user memory",
    ]
    for cause in causes where rest.starts(with: cause) {
      return FoundHeadline(.armFault, detail: rest.prefix(cause.utf8CodeUnitCount).range)
    }
    return FoundHeadline(.unknown)
  }

  private static func kernelBug(_ text: ByteView) -> FoundHeadline {
    guard let file = text.after("kernel BUG at ") else { return FoundHeadline(.unknown) }
    if file.starts(with: "mm/usercopy.c") { return FoundHeadline(.usercopyBug) }
    if file.starts(with: "lib/list_debug.c") { return FoundHeadline(.listBug) }
    return FoundHeadline(.kernelBug, detail: file.range)
  }

  /// `UBSAN: array-index-out-of-bounds in fs/aio.c:618:2`, before 2019 `UBSAN: Undefined behaviour in`.
  private static func ubsan(_ text: ByteView) -> FoundHeadline {
    guard let rest = text.after("UBSAN: "), let place = rest.firstIndex(of: " in") else {
      return FoundHeadline(.unknown)
    }
    return FoundHeadline(.ubsan, detail: rest.prefix(place).range)
  }

  private static func trusty(_ text: ByteView) -> FoundHeadline {
    if let assertion = text.firstIndex(of: " ASSERT FAILED") {
      let rest = text.dropping(assertion)
      guard let place = rest.firstIndex(of: "): ") else { return FoundHeadline(.unknown) }
      return FoundHeadline(.trustyAssertion, detail: rest.dropping(place &+ 3).range)
    }
    guard let place = text.firstIndex(of: "): ") else { return FoundHeadline(.unknown) }
    return FoundHeadline(.trustyPanic, detail: text.dropping(place &+ 3).range)
  }

  private static func panic(_ text: ByteView) -> FoundHeadline {
    if let sentry = text.after("panic: Sentry detected "), sentry.contains(" stuck task") {
      return FoundHeadline(.sentryStuck)
    }
    return FoundHeadline(.panic, detail: text.dropping(6).range)
  }
}
