/// Days counted from 1 January 1970 on.
enum CalendarDay {
  /// Reads `2019-09-04...`; nil if the text begins otherwise.
  static func day(_ text: String) -> Int? {
    let parts = text.prefix(10).split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
      return nil
    }
    return self.day(year, month, day)
  }

  /// Reads `20190904`; nil if the text begins otherwise.
  static func day(compact text: Substring) -> Int? {
    guard text.utf8.count >= 8, let number = Int(text.prefix(8)) else { return nil }
    return day(number / 10_000, number / 100 % 100, number % 100)
  }

  /// A date of the Gregorian calendar; nil if there is no such month or day.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> Int? {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    // Years begin in March here, so that a leap day is their last.
    let shifted = month > 2 ? year : year - 1
    let leapDays = shifted / 4 - shifted / 100 + shifted / 400
    return shifted * 365 + leapDays + (153 * ((month + 9) % 12) + 2) / 5 + day - 1 - 719_468
  }
}
