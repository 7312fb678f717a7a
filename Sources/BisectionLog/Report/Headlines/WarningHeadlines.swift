extension HeadlineFinder {
  /// What a line that holds `WARNING:` announces.
  static func warning(_ text: ByteView) -> FoundHeadline {
    let rest = text.dropping(8)
    if let kind = warningOfFile(rest) { return FoundHeadline(kind) }
    if rest.contains("still has locks held!") { return FoundHeadline(.stillHoldsLocks) }
    if let kind = literal(rest, plainWarnings) { return FoundHeadline(kind) }
    if isAllocationWarning(rest) { return FoundHeadline(.allocationWarning) }
    if follows(rest, "mm/vmalloc.c", ["__vmalloc_node"]) {
      return FoundHeadline(.zeroSizeAllocation)
    }
    if rest.contains(" usb_submit_urb") { return FoundHeadline(.usbSubmission) }
    if let placed = placedWarning(rest) { return placed }
    if let lock = lockWarning(rest) { return lock }
    if let value = badStackValue(rest) { return value }
    return FoundHeadline(rest.trimmed.isEmpty ? .empty : .unknown)
  }

  private static let plainWarnings: [(StaticString, HeadlineKind)] = [
    (" Nested lock was not taken", .nestedLock),
    (" lock held when returning to user space", .lockHeldOnReturn),
    (" bad unlock balance detected!", .badUnlockBalance), (" held lock freed!", .heldLockFreed),
  ]

  /// Warnings in files whose callers are to blame.
  private static func warningOfFile(_ text: ByteView) -> HeadlineKind? {
    if follows(text, "lib/debugobjects.c", [" debug_print", " debug_check", " at"]) {
      return .debugObjects
    }
    if follows(text, "mm/usercopy.c", [" usercopy_warn", " at"]) { return .usercopyWarning }
    if follows(text, "lib/kobject.c", [" kobject_", " at"]) { return .kobjectWarning }
    if follows(text, "fs/proc/generic.c", [" proc_register", " at"]) { return .procRegistration }
    if follows(text, "lib/refcount.c", [" refcount_", " at"]) { return .refcount }
    if follows(text, "kernel/locking/lockdep.c", ["lock_"]) { return .lockdepWarning }
    return nil
  }

  /// Whether a file is named and one of some words after it.
  private static func follows(
    _ text: ByteView, _ file: StaticString, _ words: [StaticString]
  ) -> Bool {
    guard let place = text.firstIndex(of: file) else { return false }
    let rest = text.dropping(place &+ file.utf8CodeUnitCount)
    for word in words where rest.contains(word) { return true }
    return false
  }

  /// A warning of the memory management in a function such as `kmalloc`, `kvmalloc`, `vmalloc`.
  private static func isAllocationWarning(_ text: ByteView) -> Bool {
    guard let folder = text.firstIndex(of: "mm/"),
      let file = text.firstIndex(of: ".c", from: folder)
    else { return false }
    var from = file
    while let place = text.firstIndex(of: "malloc", from: from) {
      let isShort = text[place &- 1] == Ascii.space || text[place &- 2] == Ascii.space
      let isLong = text[place &- 3] == Ascii.space && text[place &- 2] == UInt8(ascii: "k")
      if isShort || isLong { return true }
      from = place &+ 1
    }
    return false
  }

  /// The three forms that name a place of the source: `at fs/aio.c:618 f+0x1/0x2`, since 2025
  /// `fs/aio.c:618 at f+0x1/0x2`, perhaps after `[text]`, and `fs/aio.c:618 at 0x0, CPU#1`.
  private static func placedWarning(_ text: ByteView) -> FoundHeadline? {
    var from = 0
    while let place = text.firstIndex(of: " at ", from: from) {
      let rest = text.dropping(place &+ 4)
      if let (_, _, end) = FrameSyntax.sourcePlace(rest), rest[end] == Ascii.space,
        let function = function(at: rest.dropping(end &+ 1))
      {
        return FoundHeadline(.warning, function: function)
      }
      from = place &+ 1
    }
    var rest = text.dropping(text.leadingBlanks)
    if rest[0] == Ascii.openBracket, let end = rest.lastIndex(of: "] ") {
      rest = rest.dropping(end &+ 2)
    }
    guard let (_, _, end) = FrameSyntax.sourcePlace(rest),
      let name = rest.dropping(end).after(" at ")
    else { return nil }
    if name.starts(with: "0x"), name.contains(", CPU#") {
      return FoundHeadline(.warningWithoutFunction)
    }
    return function(at: name).map { FoundHeadline(.warning, function: $0) }
  }

  /// What lockdep warns of; older kernels print `INFO:` instead of `WARNING:`.
  static func lockWarning(_ text: ByteView) -> FoundHeadline? {
    let plain: [(StaticString, HeadlineKind)] = [
      (" possible circular locking dependency detected", .circularLocking),
      (" possible irq lock inversion dependency detected", .lockInversion),
      (" possible recursive locking detected", .recursiveLocking),
      (" inconsistent lock state", .inconsistentLock),
      (" suspicious RCU usage", .suspiciousRCU),
    ]
    if let kind = literal(text, plain) { return FoundHeadline(kind) }
    guard let safe = text.firstIndex(of: "-safe -> "),
      text.dropping(safe).contains("-unsafe lock order detected")
    else { return nil }
    return FoundHeadline(.unsafeLockOrder)
  }

  /// `kernel stack regs at ... has bad 'bp' value` and its like.
  private static func badStackValue(_ text: ByteView) -> FoundHeadline? {
    if text.starts(with: " kernel stack regs "), let bad = text.firstIndex(of: " has bad '") {
      let value = text.dropping(bad &+ 10)
      guard let end = value.firstIndex(of: "' value"), end > 0 else { return nil }
      let isPlain = text.after(" kernel stack regs at ")?.hexNumber(at: 0) != nil
      return FoundHeadline(
        isPlain ? .stackRegistersValue : .stackRegisters, detail: value.prefix(end).range)
    }
    guard text.starts(with: " kernel stack frame pointer "), text.contains(" has bad value") else {
      return nil
    }
    let isPlain = text.after(" kernel stack frame pointer at ")?.hexNumber(at: 0) != nil
    return FoundHeadline(isPlain ? .stackPointerValue : .stackRegisters)
  }
}
