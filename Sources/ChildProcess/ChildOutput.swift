import Glibc

/// What a program that ended by itself left behind.
package struct ChildOutput: Hashable, Sendable {
  /// Its exit status; 0 is success.
  package var status: Int32
  /// What it wrote to its standard output.
  package var output: [UInt8]
  /// The beginning of what it wrote to its standard error.
  package var errors: [UInt8]

  /// An ending.
  package init(status: Int32, output: [UInt8] = [], errors: [UInt8] = []) {
    self.status = status
    self.output = output
    self.errors = errors
  }

  /// The first line of the standard error that is not empty, for a message; bytes that are not UTF-8
  /// are replaced, control characters are not.
  package var firstError: String? {
    errors.split(separator: 0x0A).first.map { String(decoding: $0, as: UTF8.self) }
  }
}

/// How much a program may take.
package struct ChildLimits: Hashable, Sendable {
  /// Bytes of standard output; one more and the program is ended.
  package var outputBytes: Int
  /// Bytes of standard error that are kept; what follows is read and dropped.
  package var errorBytes: Int
  /// Milliseconds until it is ended.
  package var milliseconds: Int

  /// Limits; the defaults are 16 MiB, 16 KiB and 30 seconds.
  package init(
    outputBytes: Int = 16 << 20, errorBytes: Int = 16 << 10, milliseconds: Int = 30_000
  ) {
    self.outputBytes = outputBytes
    self.errorBytes = errorBytes
    self.milliseconds = milliseconds
  }
}

extension ChildProblem {
  /// Why, in a few words that read well after the program's name and a colon.
  package var reason: String {
    switch self {
    case .notStarted(let code):
      strerror(code).map { String(cString: $0).lowercased() } ?? "error \(code)"
    case .timedOut(let milliseconds): "it did not end in \((milliseconds + 999) / 1_000) seconds"
    case .tooMuchOutput(let bytes): "it wrote more than \(bytes) bytes"
    case .cancelled: "it was not wanted any more"
    case .killed(let signal): "it was ended by signal \(signal)"
    }
  }
}

/// Why a program did not come to an end of its own.
package enum ChildProblem: Error, Hashable, Sendable {
  /// It could not be started at all: the error number of the system.
  case notStarted(code: Int32)
  /// It took longer than the limit, in milliseconds.
  case timedOut(milliseconds: Int)
  /// It wrote more than the limit, in bytes.
  case tooMuchOutput(bytes: Int)
  /// The caller did not want the result any more.
  case cancelled
  /// A signal ended it.
  case killed(signal: Int32)
}
