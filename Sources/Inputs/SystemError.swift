import Glibc

/// What the system calls an error.
func systemMessage(_ code: Int32) -> String {
  guard let text = strerror(code) else { return "error \(code)" }
  let message = String(cString: text)
  return message.prefix(1).lowercased() + message.dropFirst()
}

extension InputProblem {
  /// The problem for an `errno` value.
  init(errno code: Int32) {
    switch code {
    case ENOENT, ENOTDIR: self = .missing
    case EACCES, EPERM: self = .permissionDenied
    case EISDIR: self = .isDirectory
    case ENXIO: self = .notAFile
    default: self = .system(code: code)
    }
  }
}

/// Repeats a system call that a signal interrupts.
func restarting(_ call: () -> Int) -> Int {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}
