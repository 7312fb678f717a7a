import Glibc

/// A folder that is held open, so that it is found again under another name.
final class OpenFolder: Sendable {
  private let descriptor: Int32

  /// Opens a folder; nil if that fails.
  init?(_ path: InputPath) {
    // O_PATH: neither the right to read it nor a place on its file system is taken.
    descriptor = path.withCString { open($0, O_DIRECTORY | O_CLOEXEC | 0o10_000_000) }
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// Where it is now; nil if it was deleted.
  var path: InputPath? {
    var buffer: [CChar] = Array(repeating: 0, count: 4096)
    let count = readlink("/proc/self/fd/\(descriptor)", &buffer, buffer.count)
    guard count > 0, count < buffer.count else { return nil }
    let path = InputPath(bytes: buffer[..<count].map { UInt8(bitPattern: $0) })
    return path.isFolder ? path : nil
  }
}
