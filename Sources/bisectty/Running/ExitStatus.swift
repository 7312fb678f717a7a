import Glibc

/// How the program ends, by the numbers of sysexits(3).
enum ExitStatus: Int32 {
  /// Everything asked for was done.
  case done = 0
  /// Some of what was asked for could not be read, or was found wanting.
  case wanting = 1
  /// The command line makes no sense.
  case usage = 64
  /// The input is not a log.
  case notALog = 65
  /// There is no such input, or it may not be read.
  case noInput = 66
  /// The program itself is at fault.
  case internalError = 70
  /// Reading or writing failed.
  case inputOutputError = 74
}

/// Leaves the program.
func exitProcess(_ status: ExitStatus) -> Never { exit(status.rawValue) }
