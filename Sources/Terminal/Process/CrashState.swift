import CNcurses
import Glibc

// What signal handlers read. Plain words, set before the handlers are installed: a handler may
// neither allocate nor wait, nor call the runtime's checks of exclusive access.

/// Not 0 while the screen is up and has to be left before the process dies.
@exclusivity(unchecked) nonisolated(unsafe) var guardedScreenIsUp: Int32 = 0
/// The terminal, and how its line discipline was before.
@exclusivity(unchecked) nonisolated(unsafe) var guardedTerminal: Int32 = -1
@exclusivity(unchecked) nonisolated(unsafe) var guardedLineDiscipline:
  UnsafeMutablePointer<termios>?
/// The bytes that leave the screen.
@exclusivity(unchecked) nonisolated(unsafe) var guardedFarewell: UnsafeMutablePointer<UInt8>?
@exclusivity(unchecked) nonisolated(unsafe) var guardedFarewellCount = 0
/// The file that replaces standard error while the screen is up, and the real one.
@exclusivity(unchecked) nonisolated(unsafe) var guardedCapture: Int32 = -1
@exclusivity(unchecked) nonisolated(unsafe) var guardedErrors: Int32 = 2
/// The path of the crash note, the text at its top, and the line that names it.
@exclusivity(unchecked) nonisolated(unsafe) var guardedNotePath: UnsafeMutablePointer<CChar>?
@exclusivity(unchecked) nonisolated(unsafe) var guardedNoteTitle: UnsafeMutablePointer<CChar>?
@exclusivity(unchecked) nonisolated(unsafe) var guardedNoteNotice: UnsafeMutablePointer<CChar>?
/// Room to copy through, and for the addresses of the calls.
@exclusivity(unchecked) nonisolated(unsafe) var guardedScratch: UnsafeMutablePointer<UInt8>?
@exclusivity(unchecked) nonisolated(unsafe) var guardedCalls:
  UnsafeMutablePointer<UnsafeMutableRawPointer?>?
/// The actions of signals before, by their number; and the default action.
@exclusivity(unchecked) nonisolated(unsafe) var guardedOldActions: UnsafeMutablePointer<sigaction>?
@exclusivity(unchecked) nonisolated(unsafe) var guardedDefaultAction:
  UnsafeMutablePointer<sigaction>?
/// Not 0 where the Swift runtime's own report of a crash was asked for.
@exclusivity(unchecked) nonisolated(unsafe) var guardedKeepsBacktracer: Int32 = 0

/// How many bytes the scratch room has.
let guardedScratchCount = 4096
/// How many calls a crash note lists.
let guardedCallCount: Int32 = 64
