import Inputs

/// Arguments that follow each other, joined for the parser and separated again after it.
///
/// The parser's time grows with the square of their number, and a shell names tens of thousands of
/// files for a star. No argument can hold a zero byte, so that it may be between two.
enum ManyArguments {
  /// How many in a row the parser gets as they are: more than any usage has that is not all paths.
  private static let few = 64

  /// The arguments, with runs that are too long joined.
  static func joined(_ arguments: some Sequence<String>) -> [String] {
    var joined: [String] = []
    var inARow = 0
    for argument in arguments {
      inARow = argument.hasPrefix("-") ? 0 : inARow + 1
      if inARow > few {
        joined[joined.count - 1] += "\0" + argument
      } else {
        joined.append(argument)
      }
    }
    return joined
  }

  /// The arguments as they were.
  static func separated(_ arguments: [String]) -> [String] {
    arguments.flatMap { argument in
      argument.utf8.split(separator: 0, omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
    }
  }
}

extension InputPath {
  /// The paths that arguments name.
  static func all(in arguments: [String]) -> [InputPath] {
    ManyArguments.separated(arguments).map(InputPath.init(argument:))
  }
}
