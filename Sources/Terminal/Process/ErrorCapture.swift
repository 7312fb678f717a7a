import CNcurses
import Glibc

/// Keeps what is written to standard error while the screen is up, and replays it afterwards.
///
/// Only where standard error is the terminal: text in between would spoil the panes and be lost
/// with them.
@MainActor
enum ErrorCapture {
  /// Starts to keep it.
  static func begin() {
    guard guardedCapture < 0, isatty(2) == 1, let file = temporaryFile() else { return }
    let real = fcntl(2, F_DUPFD_CLOEXEC, 3)
    guard real >= 0, dup2(file, 2) >= 0 else {
      close(file)
      return
    }
    guardedErrors = real
    guardedCapture = file
  }

  /// Replays it and goes back to the real standard error.
  static func end() {
    guard guardedCapture >= 0 else { return }
    let file = guardedCapture
    replayErrorsFromHandler()
    close(file)
    close(guardedErrors)
    guardedErrors = 2
  }
}

/// An empty file without a name, open for reading and writing; nil if none can be made.
func temporaryFile() -> Int32? {
  let memory = memfd_create("bisectty", UInt32(MFD_CLOEXEC))
  if memory >= 0 { return memory }
  let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  for place in [folder, "/tmp", "/dev/shm"] {
    var path = Array("\(place)/bisectty-XXXXXX".utf8CString)
    let file = mkstemp(&path)
    guard file >= 0 else { continue }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    unlink(path)
    return file
  }
  return nil
}
