import Glibc
import Inputs

/// The lines of a file or of standard input, each as soon as it is there.
struct LineSource {
  private let path: InputPath
  private let descriptor: Int32
  private var pending: [UInt8] = []
  /// Where the lines that were not given yet begin in `pending`.
  private var start = 0
  private var hasEnded = false

  /// The longest line, in bytes: no path is longer.
  private static let lineLimit = 1 << 16

  /// Opens a file; the program's end closes it.
  init(_ path: InputPath) throws(CommandFailure) {
    self.path = path
    descriptor =
      path == .standardInput
      ? STDIN_FILENO
      : (path.bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { name in
        name.baseAddress.map { open($0, O_RDONLY | O_CLOEXEC) } ?? -1
      }
    guard descriptor >= 0 else { throw failure(.noInput) }
  }

  /// The next line without its end; nil after the last.
  mutating func next() throws(CommandFailure) -> [UInt8]? {
    while true {
      if let end = pending[start...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return Array(pending[start..<end])
      }
      guard !hasEnded else { return takeRest() }
      try fill()
    }
  }

  private mutating func takeRest() -> [UInt8]? {
    defer { start = pending.count }
    return start < pending.count ? Array(pending[start...]) : nil
  }

  private mutating func fill() throws(CommandFailure) {
    pending.removeFirst(start)
    start = 0
    guard pending.count <= Self.lineLimit else {
      throw CommandFailure(.notALog, at: path, "has a line too long for a path, name one a line")
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    let count = read(descriptor, &chunk, chunk.count)
    if count < 0, errno == EINTR { return }
    guard count >= 0 else { throw failure(.inputOutputError) }
    pending += chunk.prefix(count)
    hasEnded = count == 0
  }

  private func failure(_ status: ExitStatus) -> CommandFailure {
    let reason = strerror(errno).map { String(cString: $0).lowercased() } ?? "error \(errno)"
    return CommandFailure(status, at: path, "\(reason), check the path")
  }
}
