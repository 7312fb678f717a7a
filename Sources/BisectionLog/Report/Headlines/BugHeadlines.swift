extension HeadlineFinder {
  /// What a line that holds `BUG:` announces.
  static func bug(_ text: ByteView) -> FoundHeadline {
    let rest = text.dropping(4)
    if let sanitizer = sanitizer(rest) { return sanitizer }
    if let kind = literal(rest, badMemory) { return FoundHeadline(kind) }
    if let lock = lockBug(rest) { return lock }
    if let kind = literal(rest, plainBugs) { return FoundHeadline(kind) }
    if rest.contains("still has locks held!") { return FoundHeadline(.stillHoldsLocks) }
    if rest.contains("stack guard page was hit at") { return FoundHeadline(.stackGuardPage) }
    if let page = rest.after(" Bad page "), page.starts(with: "state") || page.starts(with: "cache")
    {
      return FoundHeadline(.badPage, detail: page.prefix(5).range)
    }
    if let dentry = rest.after(" Dentry "), let use = dentry.firstIndex(of: " still in use ") {
      return FoundHeadline(.busyDentry, detail: dentry.dropping(use).range)
    }
    if let name = rest.after(" using "), let end = name.firstIndex(of: "() in preemptible") {
      return FoundHeadline(.preemptible, detail: name.prefix(end).range)
    }
    return FoundHeadline(rest.trimmed.isEmpty ? .empty : .unknown)
  }

  private static let badMemory: [(StaticString, HeadlineKind)] = [
    (" unable to handle kernel paging request", .pagingRequest),
    (" unable to handle page fault for address", .pagingRequest),
    (" Unable to handle kernel data access", .pagingRequest),
    (" unable to handle kernel NULL pointer dereference", .nullDereference),
    (" kernel NULL pointer dereference", .nullDereference),
    (" Kernel NULL pointer dereference", .nullDereference),
    (" unable to handle kernel", .unableToHandle),
    (" Unable to handle kernel", .unableToHandle),
  ]

  private static let plainBugs: [(StaticString, HeadlineKind)] = [
    (" soft lockup", .softLockup), (" scheduling while atomic", .schedulingWhileAtomic),
    (" lock held when returning to user space", .lockHeldOnReturn),
    (" bad unlock balance detected!", .badUnlockBalance), (" held lock freed!", .heldLockFreed),
    (" Bad rss-counter state", .badRssCounter),
    (" non-zero nr_ptes on freeing mm", .leakedPageTables),
    (" non-zero nr_pmds on freeing mm", .leakedMiddleTables),
    (" Bad page map", .badPageMap), (" workqueue lockup", .workqueueLockup),
    (" sleeping function called from invalid context at ", .sleepingFunction),
    (" workqueue leaked lock or atomic", .workqueueLeakedLock),
    (" memory leak", .memoryLeak), (" Invalid wait context", .invalidWaitContext),
  ]

  /// `BUG: spinlock bad magic` and its like.
  private static func lockBug(_ text: ByteView) -> FoundHeadline? {
    guard let rest = text.after(" spinlock ") ?? text.after(" rwlock ") else { return nil }
    let lock = text.dropping(1).prefix(text.count - rest.count - 2)
    let complaints: [StaticString] = [
      "lockup suspected", "already unlocked", "recursion", "cpu recursion", "bad magic",
      "wrong owner", "wrong CPU", "trylock failure on UP",
    ]
    for complaint in complaints where rest.starts(with: complaint) {
      let words = rest.prefix(complaint.utf8CodeUnitCount)
      return FoundHeadline(.spinlock, detail: lock.range, secondDetail: words.range)
    }
    return nil
  }

  private static func sanitizer(_ text: ByteView) -> FoundHeadline? {
    if let rest = text.after(" KASAN:") { return kasan(rest) }
    if let rest = text.after(" KMSAN: ") { return kmsan(rest) }
    if let rest = text.after(" KCSAN: ") { return FoundHeadline(.kcsan, detail: rest.range) }
    if let rest = text.after(" KFENCE: ") { return kfence(rest) }
    return nil
  }

  /// `BUG: KASAN: slab-out-of-bounds in f+0x1/0x2` and its like.
  private static func kasan(_ text: ByteView) -> FoundHeadline {
    let rest = text.dropping(text.leadingBlanks)
    let freed: StaticString = "double-free or invalid-free"
    let length = rest.starts(with: freed) ? freed.utf8CodeUnitCount : kindLength(rest)
    let detail = rest.prefix(length).range
    guard length > 0 else { return FoundHeadline(.kasanOther, detail: rest.range) }
    if let name = rest.dropping(length).after(" in ") {
      guard let function = function(at: name) else {
        return FoundHeadline(.kasanOther, detail: rest.range)
      }
      return FoundHeadline(.kasan, function: function, detail: detail)
    }
    let onAddress = rest.dropping(length).starts(with: " on address")
    return FoundHeadline(
      onAddress ? .kasanOnAddress : .kasanOther, detail: onAddress ? detail : rest.range)
  }

  private static func kmsan(_ text: ByteView) -> FoundHeadline {
    let length = kindLength(text)
    guard length > 0, let name = text.dropping(length).after(" in "),
      let function = function(at: name)
    else { return FoundHeadline(.unknown) }
    let kind = text.prefix(length)
    return FoundHeadline(
      kind.equals("kernel-usb-infoleak") ? .kmsanInfoleak : .kmsan, function: function,
      detail: kind.range)
  }

  /// `BUG: KFENCE: use-after-free read in f+0x1/0x2` and its like.
  private static func kfence(_ text: ByteView) -> FoundHeadline {
    guard let place = text.firstIndex(of: " in "),
      let function = function(at: text.dropping(place &+ 4))
    else { return FoundHeadline(.unknown) }
    let words = text.prefix(place)
    if words.equals("invalid free") { return FoundHeadline(.kfenceInvalidFree, function: function) }
    if words.equals("memory corruption") {
      return FoundHeadline(.kfenceCorruption, function: function)
    }
    guard let (kind, access) = words.split(at: Ascii.space),
      access.equals("read") || access.equals("write")
    else { return FoundHeadline(.unknown) }
    return FoundHeadline(
      kind.equals("invalid") ? .kfenceInvalidAccess : .kfenceAccess, function: function,
      detail: kind.range, secondDetail: access.range)
  }
}
