/// A cell in 16 bytes, so that a frame is one flat piece of memory that is compared by words.
struct PackedCell: Equatable {
  /// The scalar or the number of a cluster, and the width.
  private(set) var glyph: UInt32
  /// The style.
  var style: UInt64

  private static let clusterFlag: UInt32 = 1 << 31
  private static let widthShift: UInt32 = 24
  private static let valueMask: UInt32 = 0xff_ffff

  /// A cell with a scalar of its own.
  init(scalar: Unicode.Scalar, width: UInt8, style: UInt64) {
    glyph = scalar.value | UInt32(width) << Self.widthShift
    self.style = style
  }

  /// A cell with a character of several scalars, by its number in the frame's table.
  init(cluster: Int, width: UInt8, style: UInt64) {
    let number = UInt32(truncatingIfNeeded: cluster) & Self.valueMask
    glyph = number | UInt32(width) << Self.widthShift | Self.clusterFlag
    self.style = style
  }

  /// A cell of printable ASCII.
  init(ascii: UInt8, style: UInt64) {
    glyph = UInt32(ascii) | 1 << Self.widthShift
    self.style = style
  }

  /// A cell of a scalar one column wide.
  init(plain: UInt32, style: UInt64) {
    glyph = plain | 1 << Self.widthShift
    self.style = style
  }

  /// A blank of a style.
  static func blank(style: UInt64) -> PackedCell { PackedCell(ascii: 0x20, style: style) }

  /// The right half of a wide character.
  static func rightHalf(style: UInt64) -> PackedCell {
    PackedCell(scalar: " ", width: 0, style: style)
  }

  /// Whether a person sees the same as of another cell: the colour of letters does not show on blanks.
  func looksLike(_ other: PackedCell) -> Bool {
    if self == other { return true }
    let blank = PackedCell.blank(style: 0).glyph
    let shown = (style | other.style) & Self.shownOnBlanks
    return glyph == blank && other.glyph == blank && shown == 0
  }

  /// The bits of a packed style that show on a blank: the background, and what ``Style/showsOnBlanks``
  /// has of attributes.
  private static let shownOnBlanks =
    Style(
      background: .rgb(255, 255, 255), attributes: [.underline, .reverse]
    ).packed | UInt64(0x3ff_ffff) << 26

  /// 1 or 2 columns; 0 for the right half of a wide character.
  var width: UInt8 { UInt8(truncatingIfNeeded: glyph >> Self.widthShift & 3) }

  /// The number of its cluster, or nil if it has a scalar of its own.
  var cluster: Int? {
    glyph & Self.clusterFlag == 0 ? nil : Int(glyph & Self.valueMask)
  }

  /// Its scalar, where it has one of its own.
  var scalar: Unicode.Scalar {
    Unicode.Scalar(glyph & Self.valueMask) ?? "\u{FFFD}"
  }
}

extension Style {
  /// Both colours in 26 bits each and the attributes after them.
  var packed: UInt64 {
    foreground.packed | background.packed << 26 | UInt64(attributes.rawValue) << 52
  }

  /// The style of its packed form.
  init(packed: UInt64) {
    self.init(
      foreground: Color(packed: packed & 0x3ff_ffff),
      background: Color(packed: packed >> 26 & 0x3ff_ffff),
      attributes: Attributes(rawValue: UInt8(truncatingIfNeeded: packed >> 52)))
  }
}

extension Color {
  fileprivate var packed: UInt64 {
    switch self {
    case .standard: 0
    case .palette(let index): 1 << 24 | UInt64(index)
    case .rgb(let red, let green, let blue):
      2 << 24 | UInt64(red) << 16 | UInt64(green) << 8 | UInt64(blue)
    }
  }

  fileprivate init(packed: UInt64) {
    switch packed >> 24 {
    case 1: self = .palette(UInt8(truncatingIfNeeded: packed))
    case 2:
      self = .rgb(
        UInt8(truncatingIfNeeded: packed >> 16), UInt8(truncatingIfNeeded: packed >> 8),
        UInt8(truncatingIfNeeded: packed))
    default: self = .standard
    }
  }
}
