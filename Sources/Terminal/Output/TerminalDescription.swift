import CNcurses
import Screen

/// Questions to the loaded description of the terminal (terminfo).
@MainActor
enum TerminalDescription {
  /// A string of the description without the delays in it; nil if it has none.
  static func string(_ name: String) -> [UInt8]? {
    guard let text = tigetstr(name), Int(bitPattern: text) != -1 else { return nil }
    return withoutDelays(Array(String(cString: text).utf8))
  }

  /// Whether the description has a flag.
  static func flag(_ name: String) -> Bool { tigetflag(name) > 0 }

  /// The sequences of the keys it describes.
  static var keys: [(bytes: [UInt8], key: Key)] {
    var names: [(String, Key)] = [
      ("kcuu1", Key(.up)), ("kcud1", Key(.down)), ("kcuf1", Key(.right)), ("kcub1", Key(.left)),
      ("khome", Key(.home)), ("kend", Key(.end)), ("kpp", Key(.pageUp)), ("knp", Key(.pageDown)),
      ("kich1", Key(.insert)), ("kdch1", Key(.delete)), ("kcbt", Key(.backTab)),
      ("kent", Key(.enter)), ("kLFT", Key(.left, .shift)), ("kRIT", Key(.right, .shift)),
      ("kri", Key(.up, .shift)), ("kind", Key(.down, .shift)),
    ]
    for number in 1...20 { names.append(("kf\(number)", Key(.function(number)))) }
    return names.compactMap { name, key in string(name).map { ($0, key) } }
  }

  /// A delay is written as `$<5>`; terminals of today need none.
  private static func withoutDelays(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"),
        let end = rest.firstIndex(of: UInt8(ascii: ">"))
      {
        rest = rest[(end + 1)...]
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
