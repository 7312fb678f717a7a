/// What went wrong, by the words that begin a crash title.
enum CrashKind: Sendable {
  /// Memory that must not be read or written: KASAN, KFENCE, faults.
  case badAccess
  /// Memory read before it was written.
  case uninitialised
  /// Two accesses without order between them.
  case dataRace
  /// `kernel BUG`.
  case assertion
  case warning
  /// Undefined behaviour that UBSAN found.
  case undefinedBehaviour
  case leak
  /// Lockdep: a cycle, or a lock used in two contexts.
  case lockOrder
  /// A lock that is not held, not known or not released.
  case lockUse
  case sleepInAtomic
  case readCopyUpdate
  case listCorruption
  /// A task that waits for ever.
  case hang
  /// A processor that does not come back.
  case stall
  /// The machine fell silent, or the program that drives it gave up.
  case lost
  case other

  /// Whether the function in the title is where it was noticed rather than what is wrong.
  var namesAnyFunction: Bool { self == .stall || self == .lost }
}

extension CrashKind {
  /// The kind of a title.
  init(ofTitle title: String) {
    let bytes = title.utf8.span
    self = .other
    for opener in Self.openers where bytes.starts(with: opener.words) {
      self = opener.kind
      return
    }
  }

  /// Titles by how they begin, the longer openers first; words of syzkaller's `pkg/report`.
  private static let openers: [(words: StaticString, kind: CrashKind)] = [
    ("KASAN: ", .badAccess),
    ("KFENCE: ", .badAccess),
    ("general protection fault", .badAccess),
    ("stack segment fault", .badAccess),
    ("BUG: unable to handle", .badAccess),
    ("BUG: Bad page", .badAccess),
    ("Internal error", .badAccess),
    ("Unhandled fault", .badAccess),
    ("KMSAN: ", .uninitialised),
    ("KCSAN: ", .dataRace),
    ("kernel BUG", .assertion),
    ("UBSAN: ", .undefinedBehaviour),
    ("memory leak", .leak),
    ("possible deadlock", .lockOrder),
    ("inconsistent lock state", .lockOrder),
    ("WARNING: possible", .lockOrder),
    ("WARNING: suspicious RCU usage", .readCopyUpdate),
    ("WARNING: bad unlock balance", .lockUse),
    ("WARNING: locking bug", .lockUse),
    ("WARNING: held lock freed", .lockUse),
    ("WARNING: lock held", .lockUse),
    ("WARNING: still has locks held", .lockUse),
    ("BUG: bad unlock balance", .lockUse),
    ("BUG: still has locks held", .lockUse),
    ("BUG: spinlock", .lockUse),
    ("INFO: trying to register non-static key", .lockUse),
    ("BUG: sleeping function", .sleepInAtomic),
    ("BUG: scheduling while atomic", .sleepInAtomic),
    ("BUG: corrupted list", .listCorruption),
    ("WARNING", .warning),
    ("INFO: task hung", .hang),
    ("INFO: task can't die", .hang),
    ("INFO: rcu detected stall", .stall),
    ("BUG: soft lockup", .stall),
    ("BUG: workqueue lockup", .stall),
    ("no output from test machine", .lost),
    ("lost connection to test machine", .lost),
    ("SYZFAIL", .lost),
    ("SYZFATAL", .lost),
  ]
}
