extension ReportParser {
  /// Notes what else a line of text tells a reader who looks for the guilty frame.
  mutating func noteMarks(_ words: ByteView, line: Int) {
    if words.starts(with: "Exception stack") {
      mark(.exceptionStack, line: line)
    } else if words.contains("(stack is not available)") {
      mark(.stackUnavailable, line: line)
    } else if words.contains("vmalloc: allocation failure:")
      || words.contains("FAULT_FLAG_ALLOW_RETRY missing")
    {
      mark(.harmlessStack, line: line)
    } else if words.contains("VM disconnected.") {
      mark(.disconnected, line: line)
    } else if let place = words.firstIndex(of: "Read ") ?? words.firstIndex(of: "Write ") {
      noteAccess(words.dropping(place), line: line)
    } else {
      noteLockMarks(words, line: line)
    }
  }

  private mutating func noteAccess(_ words: ByteView, line: Int) {
    let isRead = words.starts(with: "Read ")
    let rest = words.dropping(isRead ? 5 : 6)
    guard rest.starts(with: "of size ") || rest.starts(with: "at addr ") else { return }
    mark(isRead ? .readAccess : .writeAccess, line: line)
  }

  private mutating func noteLockMarks(_ words: ByteView, line: Int) {
    if words.contains("is trying to acquire") {
      mark(.tryingToAcquire, line: line)
    } else if words.contains("just changed the state of lock") {
      mark(.changedLockState, line: line)
    } else if words.ends(with: " takes:") || words.contains("takes:") {
      mark(.takes, line: line)
    } else if words.contains("leaving the kernel with locks still held") {
      mark(.leavingWithLocks, line: line)
    } else if words.contains("Sending NMI from CPU") {
      mark(.sendingInterrupts, line: line)
    }
  }
}
