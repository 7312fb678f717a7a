extension HeadlineFinder {
  /// What a line that holds `INFO:` announces.
  static func info(_ text: ByteView) -> FoundHeadline {
    let rest = text.dropping(5)
    if let lock = lockWarning(rest) { return lock }
    if isStall(rest) { return FoundHeadline(.rcuStall) }
    if rest.starts(with: " trying to register non-static key") {
      return FoundHeadline(.nonStaticKey)
    }
    if let task = rest.after(" task ") { return hungTask(task) }
    if let freed = rest.after(" Freed in ") {
      return FoundHeadline(
        .freedOrAllocated, detail: rest.dropping(1).prefix(5).range, secondDetail: freed.range)
    }
    if let allocated = rest.after(" Allocated in ") {
      return FoundHeadline(
        .freedOrAllocated, detail: rest.dropping(1).prefix(9).range,
        secondDetail: allocated.range)
    }
    return FoundHeadline(rest.trimmed.isEmpty ? .empty : .unknown)
  }

  /// `rcu_preempt self-detected expedited stall` and its like.
  private static func isStall(_ text: ByteView) -> Bool {
    guard let rest = text.after(" rcu_") else { return false }
    let flavour = kindLength(rest)
    guard let after = rest.dropping(flavour).after(" ") else { return false }
    let detected = after.after("self-detected") ?? after.after("detected")
    guard let stall = detected else { return false }
    return stall.starts(with: " stall") || stall.starts(with: " expedited stall")
  }

  /// `task syz-executor.5:8470 blocked for more than 143 seconds.` and its like; the detail is the
  /// task.
  private static func hungTask(_ task: ByteView) -> FoundHeadline {
    if let blocked = task.firstIndex(of: " blocked ") {
      let rest = task.dropping(blocked)
      if let more = rest.firstIndex(of: " for more than "),
        Ascii.isDigit(rest[more &+ 15])
      {
        return FoundHeadline(.taskHung, detail: task.prefix(blocked).range)
      }
    }
    if let alive = task.firstIndex(of: " can't die for more than ") {
      return FoundHeadline(.taskCannotDie, detail: task.prefix(alive).range)
    }
    return FoundHeadline(.unknown)
  }
}
