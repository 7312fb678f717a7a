import Screen

extension TerminalEmulator {
  /// Does what a sequence of `ESC [` asks for.
  mutating func perform(_ sequence: EmulatorParser.Sequence) {
    let count = sequence.count()
    switch sequence.final {
    case "H", "f": grid.moveTo(row: count - 1, column: sequence.count(1) - 1)
    case "A": grid.moveTo(row: grid.row - count)
    case "B": grid.moveTo(row: grid.row + count)
    case "C": grid.moveTo(column: grid.column + count)
    case "D": grid.moveTo(column: grid.column - count)
    case "G": grid.moveTo(column: count - 1)
    case "d": grid.moveTo(row: count - 1)
    case "J": grid.eraseScreen(sequence.numbers.first ?? 0)
    case "K": grid.eraseLine(sequence.numbers.first ?? 0)
    case "X": grid.erase(row: grid.row, grid.column..<(grid.column + count))
    case "P": grid.deleteCells(count)
    case "@": grid.insertCells(count)
    case "L": grid.insertLines(count)
    case "M": grid.deleteLines(count)
    case "S": grid.scroll(up: count)
    case "T": grid.scroll(up: -count)
    case "b": for _ in 0..<count { grid.repeatLast() }
    case "r": if !sequence.isPrivate { setScrollRegion(sequence.numbers) }
    case "m": if !sequence.isPrivate { setStyle(sequence.body) }
    case "h", "l": setModes(sequence)
    case "t", "c", "n", "q", "p", "u", "s": break
    default: unknown.append("CSI \(sequence.body)\(sequence.final)")
    }
  }

  private mutating func setScrollRegion(_ numbers: [Int]) {
    let top = max(1, numbers.first ?? 1) - 1
    let bottom = min(numbers.count > 1 && numbers[1] > 0 ? numbers[1] : size.rows, size.rows)
    // As xterm does; a program that has not heard yet of its smaller window may ask for such a one.
    guard top < bottom else { return }
    grid.region = top..<bottom
    grid.moveTo(row: 0, column: 0)
  }

  private mutating func setModes(_ sequence: EmulatorParser.Sequence) {
    let isOn = sequence.final == "h"
    for number in sequence.numbers {
      let mode = (sequence.isPrivate ? "?" : "") + String(number)
      if mode == "?25" {
        if isOn { modes.remove("hidden cursor") } else { modes.insert("hidden cursor") }
        continue
      }
      if isOn { modes.insert(mode) } else { modes.remove(mode) }
      if mode == "?1049" { isOn ? grid.enterOtherScreen() : grid.leaveOtherScreen() }
    }
  }

  private mutating func setStyle(_ body: String) {
    var numbers = body.split(omittingEmptySubsequences: false) { $0 == ";" || $0 == ":" }
      .map { Int($0) ?? 0 }[...]
    while let number = numbers.popFirst() {
      switch number {
      case 0: grid.style = .plain
      case 1: grid.style.attributes.insert(.bold)
      case 2: grid.style.attributes.insert(.dim)
      case 3: grid.style.attributes.insert(.italic)
      case 4: grid.style.attributes.insert(.underline)
      case 7: grid.style.attributes.insert(.reverse)
      case 22: grid.style.attributes.subtract([.bold, .dim])
      case 23: grid.style.attributes.remove(.italic)
      case 24: grid.style.attributes.remove(.underline)
      case 27: grid.style.attributes.remove(.reverse)
      case 30...37: grid.style.foreground = .palette(UInt8(number - 30))
      case 90...97: grid.style.foreground = .palette(UInt8(number - 82))
      case 40...47: grid.style.background = .palette(UInt8(number - 40))
      case 100...107: grid.style.background = .palette(UInt8(number - 92))
      case 39: grid.style.foreground = .standard
      case 49: grid.style.background = .standard
      case 38: grid.style.foreground = Self.color(&numbers)
      case 48: grid.style.background = Self.color(&numbers)
      default: unknown.append("SGR \(number)")
      }
    }
  }

  /// A colour behind 38 or 48: `5;index`, `2;red;green;blue` or `2::red:green:blue`.
  private static func color(_ numbers: inout ArraySlice<Int>) -> Color {
    switch numbers.popFirst() {
    case 5: return .palette(UInt8(clamping: numbers.popFirst() ?? 0))
    case 2:
      if numbers.count > 3 { numbers.removeFirst() }
      let parts = numbers.prefix(3).map { UInt8(clamping: $0) }
      numbers = numbers.dropFirst(3)
      return parts.count == 3 ? .rgb(parts[0], parts[1], parts[2]) : .standard
    default: return .standard
    }
  }
}
