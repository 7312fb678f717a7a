/// A moment, to the microsecond, in the years 1970 to 9999.
package struct EventTime: Hashable, Sendable, Comparable {
  /// Microseconds since the beginning of 1970 in UTC, leap seconds not counted.
  package let microseconds: Int64

  private static let last: Int64 = 253_402_300_799_999_999

  /// A moment; one outside the years that can be written becomes the nearest inside.
  package init(microseconds: Int64) {
    self.microseconds = min(max(microseconds, 0), Self.last)
  }

  /// Orders moments by time.
  package static func < (left: EventTime, right: EventTime) -> Bool {
    left.microseconds < right.microseconds
  }

  /// The earliest moment after this one; the same at the end of all years.
  package var next: EventTime { EventTime(microseconds: microseconds + 1) }
}

extension EventTime: CustomStringConvertible {
  /// RFC 3339 in UTC with microseconds: `2026-11-21T04:05:06.000789Z`.
  package var description: String {
    let seconds = microseconds / 1_000_000
    let (year, month, day) = Self.date(ofDay: seconds / 86_400)
    func digits(_ number: Int64, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    let clock = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60].map { digits($0, 2) }
    return digits(year, 4) + "-" + digits(month, 2) + "-" + digits(day, 2) + "T"
      + clock.joined(separator: ":") + "." + digits(microseconds % 1_000_000, 6) + "Z"
  }

  /// The date of a day counted from 1970-01-01, by the Gregorian calendar.
  ///
  /// Years are counted from March here, so that the leap day is a year's last.
  private static func date(ofDay day: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let sinceEra = day + 719_468
    let era = sinceEra / 146_097
    let dayOfEra = sinceEra % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * month + 2) / 5 + 1
    return (
      yearOfEra + era * 400 + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9, dayOfMonth
    )
  }

  /// The number of a date's day, counted from 1970-01-01.
  private static func day(year: Int64, month: Int64, day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension EventTime {
  /// Reads RFC 3339, or a date alone, which means its first moment in UTC; nil for anything else.
  ///
  /// Digits past the microseconds are dropped.
  package init?(_ text: String) {
    var rest = Substring(text).utf8
    guard let year = take(4, &rest), take("-", &rest), let month = take(2, &rest),
      take("-", &rest), let day = take(2, &rest)
    else { return nil }
    let dayNumber = Self.day(year: year, month: month, day: day)
    guard year >= 1970, (1...12).contains(month), (1...31).contains(day),
      Self.date(ofDay: dayNumber) == (year, month, day)
    else { return nil }
    let seconds: Int64
    var fraction: Int64 = 0
    if rest.isEmpty {
      seconds = 0
    } else {
      guard take("T", &rest) || take("t", &rest) || take(" ", &rest), let clock = clock(&rest)
      else { return nil }
      fraction = takeFraction(&rest)
      guard let offset = zone(&rest), rest.isEmpty else { return nil }
      seconds = clock - offset
    }
    let microseconds = (dayNumber * 86_400 + seconds) * 1_000_000 + fraction
    self.init(microseconds: microseconds)
    guard self.microseconds == microseconds else { return nil }
  }
}

/// Reads a number of exactly `count` digits.
private func take(_ count: Int, _ text: inout Substring.UTF8View) -> Int64? {
  let digits = text.prefix(count)
  guard digits.count == count, digits.allSatisfy(isDigit) else { return nil }
  text = text.dropFirst(count)
  return digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
}

/// Reads one given character.
private func take(_ character: Unicode.Scalar, _ text: inout Substring.UTF8View) -> Bool {
  guard text.first == UInt8(ascii: character) else { return false }
  text = text.dropFirst()
  return true
}

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

/// Reads `HH:MM:SS` as seconds; a leap second counts as the second before it.
private func clock(_ text: inout Substring.UTF8View) -> Int64? {
  guard let hour = take(2, &text), take(":", &text), let minute = take(2, &text), take(":", &text),
    let second = take(2, &text), hour < 24, minute < 60, second <= 60
  else { return nil }
  return hour * 3600 + minute * 60 + min(second, 59)
}

/// Reads a fraction of a second, if there is one, as microseconds.
private func takeFraction(_ text: inout Substring.UTF8View) -> Int64 {
  guard text.first == UInt8(ascii: "."), text.dropFirst().first.map(isDigit) == true else {
    return 0
  }
  text = text.dropFirst()
  let digits = text.prefix(while: isDigit)
  text = text.dropFirst(digits.count)
  let known = digits.prefix(6).reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
  return (digits.count..<max(6, digits.count)).reduce(known) { number, _ in number * 10 }
}

/// Reads `Z` or an offset from UTC, in seconds.
private func zone(_ text: inout Substring.UTF8View) -> Int64? {
  if take("Z", &text) || take("z", &text) { return 0 }
  let sign: Int64 = text.first == UInt8(ascii: "-") ? -1 : 1
  guard take("+", &text) || take("-", &text), let hours = take(2, &text), take(":", &text),
    let minutes = take(2, &text), hours < 24, minutes < 60
  else { return nil }
  return sign * (hours * 3600 + minutes * 60)
}
