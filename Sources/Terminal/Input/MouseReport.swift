import Screen

/// A terminal's report of its mouse (xterm's control sequences, "Mouse Tracking").
enum MouseReport {
  /// The form `ESC [ < button ; column ; row M`, with `m` where the button is let go.
  static func read(_ numbers: [Int], final: UInt8, count: Int) -> EscapeSequence {
    guard numbers.count == 3, final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else {
      return .nothing(count)
    }
    let isRelease = final == UInt8(ascii: "m")
    return event(
      button: numbers[0], isRelease: isRelease, column: numbers[1] - 1, row: numbers[2] - 1,
      count: count)
  }

  /// The old form `ESC [ M` and three bytes, each 32 more than it means.
  static func readOld(_ bytes: ArraySlice<UInt8>) -> EscapeSequence {
    let values = bytes.dropFirst(3).prefix(3).map { Int($0) - 32 }
    guard values.count == 3 else { return .incomplete }
    // The protocol does not name the released button: it is number 3.
    let isRelease = values[0] & 0b1100011 == 3
    return event(
      button: isRelease ? 0 : values[0], isRelease: isRelease, column: values[1] - 1,
      row: values[2] - 1, count: 6)
  }

  private static func event(
    button: Int, isRelease: Bool, column: Int, row: Int, count: Int
  ) -> EscapeSequence {
    guard row >= 0, column >= 0 else { return .nothing(count) }
    // Bits 2 to 4 are Shift, Alt and Control, which change nothing here.
    let action: MouseEvent.Action
    switch button & ~0b11100 {
    case 0: action = isRelease ? .release : .press
    case 32: action = .drag
    case 64: action = .wheelUp
    case 65: action = .wheelDown
    default: return .nothing(count)
    }
    return .mouse(MouseEvent(row: row, column: column, action: action), count)
  }
}

/// Detects a double click.
struct DoublePress {
  /// How far apart the presses of a double press may be, in milliseconds.
  static let interval = 400
  private var last: (row: Int, column: Int, milliseconds: Int)?

  /// The event, made a double press where it is the second of two.
  mutating func mark(_ event: MouseEvent, milliseconds: Int) -> MouseEvent {
    guard event.action == .press else { return event }
    if let last, last.row == event.row, last.column == event.column,
      milliseconds - last.milliseconds <= Self.interval
    {
      self.last = nil
      return MouseEvent(row: event.row, column: event.column, action: .doublePress)
    }
    last = (event.row, event.column, milliseconds)
    return event
  }
}
