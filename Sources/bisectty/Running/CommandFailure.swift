import Inputs

/// Why a command ends early: its exit status and the message about it.
struct CommandFailure: Error, CustomStringConvertible {
  /// The exit status.
  let status: ExitStatus
  /// The input it is about; nil if it is about nothing in particular.
  let path: InputPath?
  /// What is wrong and what to do, without the path; empty if everything was reported before.
  let message: String

  /// A failure about a path, or about nothing in particular.
  init(_ status: ExitStatus, at path: InputPath? = nil, _ message: String) {
    self.status = status
    self.path = path
    self.message = message
  }

  /// A failure that was reported before.
  init(toldBefore status: ExitStatus) {
    self.init(status, "")
  }

  /// A failure to read an input.
  init(_ error: InputError) {
    self.init(ExitStatus(error.problem), at: error.path, error.problem.message)
  }

  /// The line for standard error, without the program's name; nil if everything was reported
  /// before.
  var line: String? {
    guard !message.isEmpty else { return nil }
    return path.map { "\($0.text): \(message)" } ?? message
  }

  var description: String { line ?? "" }
}

extension ExitStatus {
  /// The exit status for an input that could not be read.
  init(_ problem: InputProblem) {
    switch problem {
    case .missing, .permissionDenied, .noWriter: self = .noInput
    case .standardInputUsedUp, .standardInputIsTerminal: self = .usage
    case .archive, .needsLibrary, .noSuchPart, .isDirectory, .notAFile, .empty, .binary, .tooLarge,
      .unpacksTooLarge, .damaged, .cutShort:
      self = .notALog
    case .system: self = .inputOutputError
    }
  }
}

/// Ends a command that had several inputs, by what became of them.
///
/// - Throws: ``CommandFailure``: some unreadable inputs among others give status 1; if nothing could
///   be read, the first says why.
func fail(on statuses: [ExitStatus]) throws(CommandFailure) {
  guard let first = statuses.first(where: { $0 != .done }) else { return }
  throw CommandFailure(toldBefore: statuses.contains(.done) ? .wanting : first)
}
