/// Why an input could not be read.
package enum InputProblem: Error, Hashable, Sendable {
  /// There is nothing at the path.
  case missing
  /// The system forbids it.
  case permissionDenied
  /// It is a directory where one file is asked for.
  case isDirectory
  /// It is a device, a socket or the like.
  case notAFile
  /// It is a pipe that nothing writes to.
  case noWriter
  /// Standard input is a terminal, so nothing can come from it.
  case standardInputIsTerminal
  /// Standard input was named a second time.
  case standardInputUsedUp
  /// It holds nothing.
  case empty
  /// It is not text.
  case binary
  /// It is longer than `limit` bytes.
  case tooLarge(limit: Int)
  /// It unpacks to more than `limit` bytes.
  case unpacksTooLarge(Compression, limit: Int)
  /// The packed data is damaged.
  case damaged(Compression)
  /// The packed data ends too early.
  case cutShort(Compression)
  /// It is an archive of several files; its format.
  case archive(String)
  /// A library of the system is missing; its package.
  case needsLibrary(String)
  /// A mailbox has no mail of this number, or none that can be named by one.
  case noSuchPart(count: Int)
  /// The system reported another error.
  case system(code: Int32)

  /// What is wrong and what to do, as one line without the path.
  package var message: String {
    switch self {
    case .missing: "no such file or directory, check the path"
    case .permissionDenied: "permission denied, check who may read it"
    case .isDirectory: "is a directory, name one of its files or use 'bisectty list'"
    case .notAFile: "is neither a file nor a directory, name a file"
    case .noWriter: "nothing writes to this pipe, start what should write to it first"
    case .standardInputIsTerminal: "standard input is a terminal, pipe a log into it or name a file"
    case .standardInputUsedUp: "standard input can be read only once, name it once"
    case .empty: "the file is empty, fetch the log again"
    case .binary: "is no text, name a bisection log"
    case .tooLarge(let limit):
      "is larger than \(Self.size(limit)), cut out the part that you need"
    case .unpacksTooLarge(let compression, let limit):
      "the \(compression) data unpacks to more than \(Self.size(limit)), unpack it by hand if you trust it"
    case .damaged(let compression): "the \(compression) data is damaged, fetch the file again"
    case .cutShort(let compression): "the \(compression) data ends too early, fetch the file again"
    case .archive(let format):
      "is a \(format) archive, unpack it and name the files or the folder"
    case .needsLibrary(let name): "is a mail, install \(name) to read it"
    case .noSuchPart(let count):
      count == 1
        ? "holds 1 log or report only, leave the # and the number out"
        : "holds \(count) logs and reports, name one of them by a number from 1 to \(count)"
    case .system(let code): "\(systemMessage(code)), try again"
    }
  }

  private static func size(_ bytes: Int) -> String {
    bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : "\(bytes) bytes"
  }
}

/// An input that could not be read.
package struct InputError: Error, Hashable, Sendable {
  /// Which input.
  package let path: InputPath
  /// Why.
  package let problem: InputProblem

  /// Describes why an input could not be read.
  package init(path: InputPath, problem: InputProblem) {
    self.path = path
    self.problem = problem
  }
}
