import Fetching
import Glibc
import Inputs

extension InputPath {
  /// The file that an argument names: of a fetched bug's folder the one to look at first.
  init(fileArgument argument: String) {
    let main = FetchedFolder(at: argument)?.mainFiles.first
    self = main.map { InputPath($0) } ?? InputPath(argument: argument)
  }

  /// The path that an argument names.
  ///
  /// An argument whose bytes are not UTF-8 reached the parser repaired; its own bytes are found
  /// again in the program's argument vector.
  init(argument: String) {
    guard argument.unicodeScalars.contains("\u{FFFD}") else {
      self.init(argument)
      return
    }
    let arguments = UnsafeBufferPointer(
      start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
    let original = arguments.lazy.compactMap { $0 }.first { String(cString: $0) == argument }
    guard let original else {
      self.init(argument)
      return
    }
    let bytes = UnsafeBufferPointer(start: original, count: strlen(original))
    self.init(bytes: bytes.map { UInt8(bitPattern: $0) })
  }
}
