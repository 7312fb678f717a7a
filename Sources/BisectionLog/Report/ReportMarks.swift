extension ReportParser {
  /// Records what else in a line of text helps to find the guilty frame.
  mutating func noteMarks(_ line: SearchedLine, number: Int) {
    if line.view.starts(with: "Exception stack") { return mark(.exceptionStack, line: number) }
    for (words, kind) in MarkWords.all.entries(for: line) {
      guard let place = line.firstIndex(of: words) else { continue }
      switch kind {
      case .readAccess, .writeAccess:
        let rest = line.view.dropping(place &+ words.text.utf8CodeUnitCount)
        if rest.starts(with: "of size ") || rest.starts(with: "at addr ") {
          mark(kind, line: number)
        }
      default: mark(kind, line: number)
      }
      return
    }
  }
}

/// The words by which a line of text is marked.
private enum MarkWords {
  /// All of them with what they mark, in the order in which they are looked for.
  static let all = PhraseTable<ReportMark.Kind>([
    (Phrase("(stack is not available)"), .stackUnavailable),
    (Phrase("vmalloc: allocation failure:"), .harmlessStack),
    (Phrase("FAULT_FLAG_ALLOW_RETRY missing"), .harmlessStack),
    (Phrase("VM disconnected."), .disconnected),
    (Phrase("Read "), .readAccess),
    (Phrase("Write "), .writeAccess),
    (Phrase("is trying to acquire"), .tryingToAcquire),
    (Phrase("just changed the state of lock"), .changedLockState),
    (Phrase("takes:"), .takes),
    (Phrase("leaving the kernel with locks still held"), .leavingWithLocks),
    (Phrase("Sending NMI from CPU"), .sendingInterrupts),
  ])
}
