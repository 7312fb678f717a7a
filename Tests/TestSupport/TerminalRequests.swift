/// What a program asks of its terminal besides drawing, read from its output on the way to libvterm.
///
/// libvterm 0.1.4 does not tell which modes are on, and has neither dim text nor colours in the form with a colour
/// space (`38:2::R:G:B`). Dim text is passed on as blinking text, which bisectty never writes, and such colours in
/// the form without one.
struct TerminalRequests {
  /// The modes that are on, such as `?1049` or `4`.
  private(set) var modes: Set<String> = []
  /// Whether `?25` was taken away.
  private(set) var hidesCursor = false
  /// How often the bell rang.
  private(set) var bells = 0
  /// Texts for the clipboard, in base 64.
  private(set) var clipboard: [String] = []
  /// The rows that scroll; nil if it is all of them.
  var scrollRegion: Range<Int>?

  private enum State { case ground, escape, control, string, stringEscape }
  private var state = State.ground
  private var held: [UInt8] = []

  /// Takes note of what is in `bytes`, and returns what libvterm is to read.
  mutating func reading(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var passed: [UInt8] = []
    for byte in bytes { step(byte, to: &passed) }
    return passed
  }

  private mutating func step(_ byte: UInt8, to passed: inout [UInt8]) {
    switch state {
    case .ground:
      if byte == 0x07 { bells += 1 }
      if byte == 0x1b { state = .escape } else { passed.append(byte) }
    case .escape:
      held = []
      switch byte {
      case UInt8(ascii: "["): state = .control
      case UInt8(ascii: "]"), UInt8(ascii: "P"): state = .string
      case 0x1b: break
      default:
        state = .ground
        if byte == UInt8(ascii: "c") { self = TerminalRequests() }
        passed += [0x1b, byte]
      }
    case .control:
      if byte == 0x1b {
        state = .escape
      } else if (0x40...0x7e).contains(byte) {
        state = .ground
        passed += [0x1b, UInt8(ascii: "[")] + control(ending: byte) + [byte]
      } else {
        held.append(byte)
      }
    case .string:
      if byte == 0x1b {
        state = .stringEscape
      } else if byte == 0x07 {
        endString()
      } else {
        held.append(byte)
      }
    case .stringEscape: endString()
    }
  }

  private mutating func endString() {
    state = .ground
    let text = String(decoding: held, as: UTF8.self)
    if text.hasPrefix("52;c;") { clipboard.append(String(text.dropFirst(5))) }
  }

  /// Takes note of a sequence of `ESC [`, and returns its parameters as libvterm is to read them.
  private mutating func control(ending final: UInt8) -> [UInt8] {
    let parameters = String(decoding: held, as: UTF8.self)
    let isPrivate = parameters.first.map { "?><=".contains($0) } ?? false
    switch Character(Unicode.Scalar(final)) {
    case "h", "l": setModes(parameters, isOn: final == UInt8(ascii: "h"))
    case "r" where !isPrivate: setScrollRegion(parameters)
    case "m" where !isPrivate: return Array(Self.rendition(parameters).utf8)
    default: break
    }
    return held
  }

  private mutating func setModes(_ parameters: String, isOn: Bool) {
    let isPrivate = parameters.first == "?"
    for number in parameters.drop(while: { $0 == "?" }).split(separator: ";") {
      let mode = (isPrivate ? "?" : "") + number
      if mode == "?25" {
        hidesCursor = !isOn
      } else if isOn {
        modes.insert(mode)
      } else {
        modes.remove(mode)
      }
    }
  }

  private mutating func setScrollRegion(_ parameters: String) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map {
      Int($0) ?? 0
    }
    guard numbers.count == 2, numbers[1] > numbers[0] else {
      scrollRegion = nil
      return
    }
    scrollRegion = max(0, numbers[0] - 1)..<numbers[1]
  }

  /// The parameters of a rendition (SGR) without what libvterm lacks.
  private static func rendition(_ parameters: String) -> String {
    let fields = parameters.split(separator: ";", omittingEmptySubsequences: false)
    var passed: [String] = []
    var index = 0
    while index < fields.count {
      let field = fields[index]
      index += 1
      switch field {
      case "2": passed.append("5")
      case "22": passed += ["22", "25"]
      case "38", "48":
        // The numbers that follow are of the colour: `5;index` or `2;red;green;blue`.
        let count = index < fields.count && fields[index] == "2" ? 4 : 2
        let end = min(fields.count, index + count)
        passed += [String(field)] + fields[index..<end].map { String($0) }
        index = end
      default: passed.append(field.contains(":") ? withoutColorSpace(field) : String(field))
      }
    }
    return passed.joined(separator: ";")
  }

  private static func withoutColorSpace(_ field: Substring) -> String {
    var numbers = field.split(separator: ":", omittingEmptySubsequences: false)
    if numbers.count == 6, numbers[1] == "2" { numbers.remove(at: 2) }
    return numbers.joined(separator: ";")
  }
}
