extension Unicode.Scalar {
  /// Its width in columns: 0 for a mark on the character before, nil for what no screen may be
  /// sent, such as control characters and those that turn the direction of the text.
  var columns: Int? {
    if value < 0x7f { return value < 0x20 ? nil : 1 }
    if value < 0x300 { return value < 0xa0 || value == 0xad ? nil : 1 }
    // Lines, blocks, shapes and arrows: the screen's own furniture.
    if (0x2500..<0x25fd).contains(value) || (0x2190..<0x2300).contains(value) { return 1 }
    if isConjoiningVowelOrFinal { return 0 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    case .control, .format, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator:
      return nil
    default: return WideScalars.contains(value) ? 2 : 1
    }
  }

  /// Vowels and finals of Korean, which join the consonant before.
  private var isConjoiningVowelOrFinal: Bool {
    (0x1160...0x11ff).contains(value) || (0xd7b0...0xd7fb).contains(value)
  }

  /// One of the 26 letters of which two make a flag.
  var isRegionalIndicator: Bool { (0x1f1e6...0x1f1ff).contains(value) }

  /// What only changes how the character before is drawn or joined: terminals disagree about its
  /// width, so it is left out.
  var changesOnlyTheLook: Bool {
    switch value {
    case 0x200c, 0x200d, 0xfe00...0xfe0f, 0xe0100...0xe01ef: true
    case 0x1f3fb...0x1f3ff: true
    default: false
    }
  }
}
