/// A time as Go prints it, in the form of RFC 3339; nil if the text has another shape.
///
/// Go's `time.String()` is `2023-02-26 11:46:17.044173253 +0000 UTC m=+61924.038`.
func internetTime(ofGoTime text: String) -> String? {
  let parts = text.split(separator: " ", omittingEmptySubsequences: true)
  guard parts.count >= 3, isDate(parts[0]), isClock(parts[1]) else { return nil }
  guard let zone = internetZone(parts[2]) else { return nil }
  return "\(parts[0])T\(parts[1])\(zone)"
}

private func isDate(_ text: Substring) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  return parts.map(\.utf8.count) == [4, 2, 2] && parts.allSatisfy(isDigits)
}

private func isClock(_ text: Substring) -> Bool {
  let parts = text.split(separator: ":", omittingEmptySubsequences: false)
  guard parts.count == 3, parts[0].utf8.count == 2, parts[1].utf8.count == 2 else { return false }
  let seconds = parts[2].split(separator: ".", omittingEmptySubsequences: false)
  let wholeSeconds = seconds.first.map { $0.utf8.count == 2 } ?? false
  return wholeSeconds && seconds.count <= 2 && (parts[..<2] + seconds[...]).allSatisfy(isDigits)
}

/// `+0130` as `+01:30`, and no offset as `Z`.
private func internetZone(_ text: Substring) -> String? {
  guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
  let digits = text.dropFirst()
  guard digits.utf8.count == 4, isDigits(digits) else { return nil }
  return digits == "0000" ? "Z" : "\(sign)\(digits.prefix(2)):\(digits.suffix(2))"
}

private func isDigits(_ text: Substring) -> Bool {
  !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
}
