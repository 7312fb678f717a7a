/// Numbers in words.
enum Words {
  /// `1 crash`, `2 crashes`.
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    number == 1 ? "1 \(one)" : "\(grouped(number)) \(many)"
  }

  /// `One step rests`, `3 steps rest`.
  static func steps(_ number: Int, _ one: String, _ many: String) -> String {
    number == 1 ? "One step \(one)" : "\(grouped(number)) steps \(many)"
  }

  /// A share from 0 to 1 in percent; a share that is neither 0 nor 1 is never shown as 0 % or 100
  /// %.
  static func percent(_ share: Double) -> String {
    let rounded = Int((min(max(share, 0), 1) * 100).rounded())
    if rounded == 0, share > 0 { return "less than 1 %" }
    if rounded == 100, share < 1 { return "more than 99 %" }
    return "\(rounded) %"
  }

  /// A number with commas between thousands: `2,270`.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// A revision as people write it: twelve digits of a hash, a tag as it is.
  static func revision(_ text: String) -> String {
    text.utf8.count == 40 ? String(text.prefix(12)) : text
  }
}
