/// A day, to place a log among the versions of syzkaller.
struct CalendarDate: Comparable {
  /// Ascending with the day; only the order matters.
  private let ordinal: Int

  /// A day of the proleptic calendar.
  init(_ year: Int, _ month: Int, _ day: Int) {
    ordinal = min(year, 9999) * 372 + min(month, 99) * 31 + min(day, 99)
  }

  /// Reads `2023-02-26 ...`; nil if the text begins otherwise.
  init?(_ text: ByteView) {
    guard let year = text.prefix(4).number(), text[4] == Ascii.minus,
      let month = text.dropping(5).prefix(2).number(), text[7] == Ascii.minus,
      let day = text.dropping(8).prefix(2).number()
    else { return nil }
    self.init(year, month, day)
  }

  static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.ordinal < right.ordinal }
}
