import CNcurses
import Glibc

// Everything here runs in signal handlers, after anything may have gone wrong: system calls only.

/// Leaves the screen: once, however many signals come.
func leaveScreenFromHandler() {
  guard guardedScreenIsUp != 0 else { return }
  guardedScreenIsUp = 0
  // A terminal that reads no more must not keep a dying process; the description is ours alone.
  _ = fcntl(guardedTerminal, F_SETFL, O_WRONLY | O_NONBLOCK)
  writeFarewellFromHandler()
  _ = tcsetattr(guardedTerminal, TCSANOW, guardedLineDiscipline)
}

/// Writes what leaves the screen, and waits a little for a terminal that only reads slowly.
private func writeFarewellFromHandler() {
  guard let farewell = guardedFarewell else { return }
  var written = 0
  var source = pollfd(fd: guardedTerminal, events: Int16(POLLOUT), revents: 0)
  while written < guardedFarewellCount, poll(&source, 1, 1000) > 0 {
    let count = write(guardedTerminal, farewell + written, guardedFarewellCount &- written)
    if count <= 0 { return }
    written = written &+ count
  }
}

/// Restores standard error and replays what was written to it meanwhile.
func replayErrorsFromHandler() {
  guard guardedCapture >= 0 else { return }
  copyCaptureFromHandler(to: guardedErrors)
  _ = dup2(guardedErrors, 2)
  guardedCapture = -1
}

private func copyCaptureFromHandler(to descriptor: Int32) {
  guard guardedCapture >= 0 else { return }
  _ = lseek(guardedCapture, 0, SEEK_SET)
  while true {
    let count = read(guardedCapture, guardedScratch, guardedScratchCount)
    if count <= 0 { return }
    _ = write(descriptor, guardedScratch, count)
  }
}

/// Writes the crash note and returns whether there is one.
private func writeNoteFromHandler(_ signal: Int32) -> Bool {
  guard let path = guardedNotePath, let title = guardedNoteTitle else { return false }
  let note = creat(path, 0o600)
  guard note >= 0 else { return false }
  _ = write(note, title, strlen(title))
  writeNumberFromHandler(signal, to: note)
  copyCaptureFromHandler(to: note)
  if let calls = guardedCalls {
    let count = backtrace(calls, guardedCallCount)
    backtrace_symbols_fd(calls, count, note)
  }
  _ = close(note)
  return true
}

/// Writes a number below 100 and a newline.
private func writeNumberFromHandler(_ number: Int32, to descriptor: Int32) {
  guard let scratch = guardedScratch else { return }
  scratch[0] = UInt8(truncatingIfNeeded: 0x30 &+ (number / 10) % 10)
  scratch[1] = UInt8(truncatingIfNeeded: 0x30 &+ number % 10)
  scratch[2] = 0x0a
  _ = write(descriptor, scratch, 3)
}

/// The handler of faults and traps: restores the terminal, reports, and lets the signal take
/// effect.
func handleCrash(
  _ signal: Int32, _ information: UnsafeMutablePointer<siginfo_t>?, _: UnsafeMutableRawPointer?
) {
  let savedError = errno
  let wasUp = guardedScreenIsUp != 0
  leaveScreenFromHandler()
  let isCrash = signal != SIGQUIT
  let hasNote = wasUp && isCrash && writeNoteFromHandler(signal)
  replayErrorsFromHandler()
  if hasNote, let notice = guardedNoteNotice { _ = write(2, notice, strlen(notice)) }
  restoreAction(of: signal)
  // A fault repeats when the handler returns; a signal that was sent does not.
  let isSent = (information?.pointee.si_code ?? 0) <= 0
  if isSent { raise(signal) }
  errno = savedError
}

/// Removes the handler.
private func restoreAction(of signal: Int32) {
  if guardedKeepsBacktracer != 0, let old = guardedOldActions {
    _ = sigaction(signal, old + Int(signal), nil)
  } else {
    _ = sigaction(signal, guardedDefaultAction, nil)
  }
}
