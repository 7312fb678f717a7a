import CNcurses
import Glibc

/// Writes each frame to the terminal with a single write(2).
///
/// ncurses flushes its output after each movement of the cursor: hundreds of system calls for a
/// frame, and a terminal that shows half of one. So a file in memory replaces the terminal while
/// ncurses draws.
@MainActor
struct FrameOutput {
  /// The terminal under a number of its own, which always means it.
  let terminal: Int32
  /// The number that ncurses writes to.
  private let output: Int32
  /// The file in memory; nil if there is none to have, and ncurses writes straight out.
  private let sheet: Int32?

  /// Prepares to replace an open terminal; nil if the process may have no more files open.
  init?(standingInFor output: Int32) {
    let terminal = fcntl(output, F_DUPFD_CLOEXEC, 3)
    guard terminal >= 0 else { return nil }
    self.terminal = terminal
    self.output = output
    let sheet = memfd_create("frame", UInt32(MFD_CLOEXEC))
    self.sheet = sheet >= 0 ? sheet : nil
  }

  /// Writes what ncurses writes during `body`, after it.
  ///
  /// Nothing in it may ask for the state of the terminal, which a file does not have.
  func atOnce(_ body: () -> Void) {
    guard let sheet, dup3(sheet, output, O_CLOEXEC) >= 0 else { return body() }
    body()
    _ = dup3(terminal, output, O_CLOEXEC)
    let count = lseek(sheet, 0, SEEK_CUR)
    guard count > 0 else { return }
    lseek(sheet, 0, SEEK_SET)
    writeAll(FrameCompaction.compacted(frame(of: count, from: sheet)), to: terminal)
    lseek(sheet, 0, SEEK_SET)
  }

  private func frame(of count: Int, from sheet: Int32) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, read(sheet, buffer.baseAddress, count))
    }
  }

  /// Closes its own descriptors.
  func close() {
    Glibc.close(terminal)
    if let sheet { Glibc.close(sheet) }
  }
}
