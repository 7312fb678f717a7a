extension ReportParser {
  /// Notes what else a line of text tells a reader who looks for the guilty frame.
  mutating func noteMarks(_ words: SearchedLine, line: Int) {
    if words.view.starts(with: "Exception stack") {
      mark(.exceptionStack, line: line)
    } else if words.contains(.noStack) {
      mark(.stackUnavailable, line: line)
    } else if words.contains(.failedAllocation) || words.contains(.missingRetry) {
      mark(.harmlessStack, line: line)
    } else if words.contains(.disconnected) {
      mark(.disconnected, line: line)
    } else if let place = words.firstIndex(of: .read) ?? words.firstIndex(of: .write) {
      noteAccess(words.view.dropping(place), line: line)
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

  private mutating func noteLockMarks(_ words: SearchedLine, line: Int) {
    if words.contains(.tryingToAcquire) {
      mark(.tryingToAcquire, line: line)
    } else if words.contains(.changedLockState) {
      mark(.changedLockState, line: line)
    } else if words.contains(.takes) {
      mark(.takes, line: line)
    } else if words.contains(.leavingWithLocks) {
      mark(.leavingWithLocks, line: line)
    } else if words.contains(.sendingInterrupts) {
      mark(.sendingInterrupts, line: line)
    }
  }
}

extension Phrase {
  fileprivate static let noStack = Phrase("(stack is not available)")
  fileprivate static let failedAllocation = Phrase("vmalloc: allocation failure:")
  fileprivate static let missingRetry = Phrase("FAULT_FLAG_ALLOW_RETRY missing")
  fileprivate static let disconnected = Phrase("VM disconnected.")
  fileprivate static let read = Phrase("Read ")
  fileprivate static let write = Phrase("Write ")
  fileprivate static let tryingToAcquire = Phrase("is trying to acquire")
  fileprivate static let changedLockState = Phrase("just changed the state of lock")
  fileprivate static let takes = Phrase("takes:")
  fileprivate static let leavingWithLocks = Phrase("leaving the kernel with locks still held")
  fileprivate static let sendingInterrupts = Phrase("Sending NMI from CPU")
}
