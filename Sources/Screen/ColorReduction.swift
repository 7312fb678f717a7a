extension Color {
  /// The nearest colour that a terminal with so many colours has.
  package func reduced(to depth: ColorDepth) -> Color {
    switch (self, depth) {
    case (.standard, _), (_, .none): .standard
    case (.rgb, .direct): self
    // Where colours are numbers of red, green and blue, only the first 8 of the palette remain.
    case (.palette(let index), .direct): index < 8 ? self : Palette.rgb(index)
    case (.palette, .palette256): self
    case (.rgb(let red, let green, let blue), .palette256):
      .palette(Palette.nearestOfCube(red, green, blue))
    case (.palette(let index), .palette16):
      index < 16 ? self : .palette(Palette.nearest(to: self, of: 16))
    case (.palette(let index), .palette8):
      index < 8 ? self : .palette(Palette.nearest(to: self, of: 8))
    case (.rgb, .palette16): .palette(Palette.nearest(to: self, of: 16))
    case (.rgb, .palette8): .palette(Palette.nearest(to: self, of: 8))
    }
  }
}

/// The palette of 256 colours as xterm defines it: 16 named, a cube of 6×6×6, 24 greys.
private enum Palette {
  /// The steps of the cube on each axis.
  static let steps: [UInt8] = [0, 95, 135, 175, 215, 255]

  static let named: [(UInt8, UInt8, UInt8)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205),
    (0, 205, 205), (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
    (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]

  static func parts(_ index: UInt8) -> (UInt8, UInt8, UInt8) {
    let number = Int(index)
    if number < 16 { return named[number] }
    if number >= 232 {
      let grey = UInt8(clamping: 8 + 10 * (number - 232))
      return (grey, grey, grey)
    }
    let cube = number - 16
    return (steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])
  }

  static func rgb(_ index: UInt8) -> Color {
    let (red, green, blue) = parts(index)
    return .rgb(red, green, blue)
  }

  static func nearestOfCube(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> UInt8 {
    func step(_ value: UInt8) -> Int {
      value < 48 ? 0 : value < 115 ? 1 : (Int(value) - 35) / 40
    }
    let cube = UInt8(clamping: 16 + 36 * step(red) + 6 * step(green) + step(blue))
    // Greys have finer steps outside the cube.
    let mean = (Int(red) + Int(green) + Int(blue)) / 3
    let grey = UInt8(clamping: 232 + max(0, min(23, (mean - 3) / 10)))
    let wanted = (red, green, blue)
    return distance(parts(grey), wanted) < distance(parts(cube), wanted) ? grey : cube
  }

  static func nearest(to color: Color, of count: UInt8) -> UInt8 {
    let wanted: (UInt8, UInt8, UInt8)
    switch color {
    case .standard: return 0
    case .palette(let index): wanted = parts(index)
    case .rgb(let red, let green, let blue): wanted = (red, green, blue)
    }
    return (0..<count).min {
      distance(parts($0), wanted) < distance(parts($1), wanted)
    } ?? 0
  }

  private static func distance(
    _ left: (UInt8, UInt8, UInt8), _ right: (UInt8, UInt8, UInt8)
  ) -> Int {
    func squared(_ left: UInt8, _ right: UInt8) -> Int {
      let difference = Int(left) - Int(right)
      return difference * difference
    }
    return squared(left.0, right.0) + squared(left.1, right.1) + squared(left.2, right.2)
  }
}
