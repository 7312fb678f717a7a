import CNcurses
import Screen

/// Pairs of colours, which ncurses wants numbered.
@MainActor
struct ColorPairs {
  /// How many colours are used.
  let depth: ColorDepth
  private var numbers: [Pair: Int32] = [:]

  private struct Pair: Hashable {
    var foreground: Int32
    var background: Int32
  }

  /// Starts colours on the terminal just opened; `wanted` false leaves it in its own.
  init(wanted: Bool) {
    guard wanted, has_colors(), start_color() == OK, use_default_colors() == OK else {
      depth = .none
      return
    }
    if TerminalDescription.flag("RGB") {
      depth = .direct
    } else {
      depth = COLORS >= 256 ? .palette256 : COLORS >= 16 ? .palette16 : .palette8
    }
  }

  /// The number of a style's pair; 0, the terminal's own colours, where there is no room left.
  mutating func number(of style: Style) -> Int32 {
    guard depth != .none else { return 0 }
    let pair = Pair(
      foreground: colorNumber(style.foreground), background: colorNumber(style.background))
    if pair.foreground == -1, pair.background == -1 { return 0 }
    if let number = numbers[pair] { return number }
    let number = Int32(clamping: numbers.count + 1)
    guard number < COLOR_PAIRS, init_extended_pair(number, pair.foreground, pair.background) == OK
    else { return 0 }
    numbers[pair] = number
    return number
  }

  private func colorNumber(_ color: Color) -> Int32 {
    switch color.reduced(to: depth) {
    case .standard: -1
    case .palette(let index): Int32(index)
    case .rgb(let red, let green, let blue): Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
    }
  }
}
