import Exports
import Glibc
import Synchronization

/// Standard output, buffered; safe to use from several threads.
final class StandardOutput: Sendable {
  /// The one standard output.
  static let shared = StandardOutput()

  private struct State {
    var pending: [UInt8] = []
    /// The error that ended all writing, or 0.
    var failure: Int32 = 0

    mutating func writePending() {
      if failure == 0 { failure = writeAll(STDOUT_FILENO, pending) }
      pending.removeAll(keepingCapacity: true)
    }
  }

  private let state = Mutex(State())
  /// How much may wait: a person sees each line at once, a pipe gets large pieces.
  private let room = isatty(STDOUT_FILENO) == 1 ? 0 : 1 << 16

  /// Adds bytes; they are written by and by.
  ///
  /// A failure shows itself at ``flush()``.
  func write(_ bytes: some Sequence<UInt8>) {
    state.withLock { state in
      state.pending.append(contentsOf: bytes)
      if state.pending.count >= room { state.writePending() }
    }
  }

  /// Adds text, as ``write(_:)-(Sequence<UInt8>)``.
  func write(_ text: String) { write(text.utf8) }

  /// Writes what is left.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be written.
  func flush() throws(CommandFailure) {
    let code = state.withLock { state in
      state.writePending()
      return state.failure
    }
    guard code != 0 else { return }
    if code == EPIPE { endQuietly() }
    let reason = strerror(code).map { String(cString: $0).lowercased() } ?? "error \(code)"
    throw CommandFailure(
      .inputOutputError, "standard output: \(reason), make room or write elsewhere")
  }

  /// Ends as every filter ends whose reader has gone, also where the parent ignores the signal.
  private func endQuietly() -> Never {
    signal(SIGPIPE, SIG_DFL)
    raise(SIGPIPE)
    exitProcess(.inputOutputError)
  }
}

/// Standard error: one line for each thing that is wrong.
enum StandardError {
  /// Writes `bisectty: ` and a line; control characters in it become visible.
  static func write(_ line: String) {
    _ = writeAll(STDERR_FILENO, Array("bisectty: \(visible(line))\n".utf8))
  }
}

/// Writes all bytes; the error's number, or 0.
private func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) -> Int32 {
  bytes.withUnsafeBytes { buffer in
    var rest = buffer[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest)
      let count = Glibc.write(descriptor, piece.baseAddress, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return errno }
      rest = rest.dropFirst(count)
    }
    return 0
  }
}
