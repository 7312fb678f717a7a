import Exports
import Screen

/// The person's pager, from `$BISECTTY_PAGER` or `$PAGER`, else `less`.
struct Pager: Equatable {
  private let program: String
  private let arguments: [String]

  /// The pager that the environment names.
  init(environment: (String) -> String?) {
    let words = ["BISECTTY_PAGER", "PAGER"].compactMap(environment)
      .lazy.compactMap { CommandWords($0) }.first
    program = words?.program ?? "less"
    arguments = words?.arguments ?? []
  }

  /// Its name without its folder.
  var name: String { program.split(separator: "/").last.map(String.init) ?? program }

  /// The program that shows a text, from which everything is taken that a terminal could obey.
  func program(showing text: [UInt8]) -> ChildProgram {
    ChildProgram(program, arguments, input: .bytes(Self.safe(text)))
  }

  /// A text line by line with its control characters made visible, tabs kept.
  static func safe(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + text.count / 16)
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let content = line.last == 0x0D ? line.dropLast() : line
      if content.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x09 }) {
        result += content
      } else {
        let parts = content.split(separator: 0x09, omittingEmptySubsequences: false)
          .map { visible(String(decoding: $0, as: UTF8.self)) }
        result += parts.joined(separator: "\t").utf8
      }
      result.append(0x0A)
    }
    if !result.isEmpty { result.removeLast() }
    return result
  }
}
