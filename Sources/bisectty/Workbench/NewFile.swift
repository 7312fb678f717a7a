import Glibc
import Workbench

/// Files that the workbench writes for a person.
enum NewFile {
  /// Writes a text to a file that does not exist yet, and returns the result as a message.
  static func write(_ text: String, named name: String) -> Status {
    let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      let reason = errno == EEXIST ? "is there already, move it away first" : systemText(errno)
      return Status("Nothing written: \(name) \(reason)", .error)
    }
    defer { close(descriptor) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else {
        unlink(name)
        return Status("Nothing written: \(name) \(systemText(errno))", .error)
      }
      rest = rest.dropFirst(count)
    }
    return Status("Wrote \(name)", .good)
  }

  private static func systemText(_ code: Int32) -> String {
    "could not be written (\(String(cString: strerror(code))))"
  }
}
