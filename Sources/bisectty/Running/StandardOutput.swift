import Exports
import Glibc
import Synchronization

/// Standard output, buffered; safe to use from several threads.
final class StandardOutput: Sendable {
  /// The one standard output.
  static let shared = StandardOutput()

  private let pending = Mutex<[UInt8]>([])

  /// Adds bytes; they are written by and by.
  ///
  /// A failure shows itself at ``flush()``.
  func write(_ bytes: some Sequence<UInt8>) {
    pending.withLock { pending in
      pending.append(contentsOf: bytes)
      if pending.count >= 1 << 16, writeAll(STDOUT_FILENO, pending) == 0 { pending.removeAll() }
    }
  }

  /// Adds text, as ``write(_:)-(Sequence<UInt8>)``.
  func write(_ text: String) { write(text.utf8) }

  /// Writes what is left.
  ///
  /// - Throws: ``CommandFailure`` where it cannot be written.
  func flush() throws {
    let code = pending.withLock { pending in
      defer { pending.removeAll() }
      return pending.isEmpty ? 0 : writeAll(STDOUT_FILENO, pending)
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
