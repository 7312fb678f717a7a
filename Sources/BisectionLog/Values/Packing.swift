/// A range that may be missing, in 8 bytes instead of 12.
struct PackedRange {
  /// A range where no text can have one: ``SourceText/byteLimit`` is below its start.
  private static var none: TextRange { TextRange(start: .max, count: .max) }

  private var range = none

  /// A missing range.
  @inline(__always) init() {}

  /// The range; nil if it is missing.
  @inline(__always) var value: TextRange? {
    get { range.start == .max ? nil : range }
    set { range = newValue ?? Self.none }
  }
}

/// A number from 0 that may be missing, in 4 bytes instead of 9.
///
/// One that they cannot hold becomes the greatest that they can.
struct PackedNumber {
  private static var none: UInt32 { .max }

  private var number = none

  /// A missing number.
  @inline(__always) init() {}

  /// The number; nil if it is missing.
  @inline(__always) var value: Int? {
    get { number == Self.none ? nil : Int(number) }
    set { number = newValue.map { UInt32(clamping: min($0, Int(Self.none - 1))) } ?? Self.none }
  }
}

/// A number of lines, or of anything else of which a text has no more than bytes, in 4 bytes.
struct PackedCount {
  private var number: UInt32

  /// Packs a number.
  @inline(__always) init(_ value: Int) { number = UInt32(clamping: value) }

  /// The number.
  @inline(__always) var value: Int {
    get { Int(number) }
    set { number = UInt32(clamping: newValue) }
  }
}
