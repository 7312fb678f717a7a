import BisectionLog

/// The meaning of a register's value beside its digits.
struct RegisterMeaning {
  /// The addresses whose access failed, as the report names them.
  let addresses: [ClosedRange<UInt64>]

  /// Looks for the addresses in the lines of a report that announce it.
  init(_ report: CrashReport, _ text: SourceText) {
    let first = report.headline ?? report.line
    let last = min(first + 12, report.lines.upperBound)
    addresses = (first..<max(first, last)).flatMap { line in
      Self.addresses(in: text.string(text.range(ofLine: line)))
    }
  }

  /// What a value is; nil for a number like any other.
  func remark(on value: RegisterValue) -> String? {
    guard value.isPlain, let number = value.number, number != 0 else { return nil }
    if addresses.contains(where: { $0.contains(number) }) { return "the address accessed" }
    let digits = value.text
    if digits.count == 16, let error = Self.error(number) { return error }
    if digits.hasPrefix("dead0000000001") || digits.hasPrefix("dead0000000002") {
      return "mark of a removed list entry"
    }
    if digits.contains("6b6b6b6b") { return "freed memory's fill" }
    if digits.contains("5a5a5a5a") { return "unset memory's fill" }
    return nil
  }

  /// `-22` for a small negative number.
  private static func error(_ number: UInt64) -> String? {
    let value = Int64(bitPattern: number)
    guard value < -1, value > -134 else { return nil }
    return names[Int(-value)].map { "\($0), \(value)" } ?? "error \(value)"
  }

  /// The commonest errors by their numbers.
  private static let names = [
    2: "-ENOENT", 4: "-EINTR", 5: "-EIO", 9: "-EBADF", 11: "-EAGAIN", 12: "-ENOMEM", 13: "-EACCES",
    14: "-EFAULT", 16: "-EBUSY", 17: "-EEXIST", 19: "-ENODEV", 22: "-EINVAL", 28: "-ENOSPC",
    32: "-EPIPE", 38: "-ENOSYS", 95: "-EOPNOTSUPP", 110: "-ETIMEDOUT",
  ]

  /// `range [0x..-0x..]`, `address: 0x..`, `address 0x..`, `at addr ..`.
  private static func addresses(in line: String) -> [ClosedRange<UInt64>] {
    if let found = line.firstRange(of: "range [0x") {
      let ends = line[found.upperBound...].prefix { $0 != "]" }.split(separator: "-")
      let numbers = ends.compactMap { UInt64($0.drop { "0x".contains($0) }, radix: 16) }
      guard numbers.count == 2, numbers[0] <= numbers[1] else { return [] }
      return [numbers[0]...numbers[1]]
    }
    for lead in ["address: ", "address ", "addr "] {
      guard let found = line.firstRange(of: lead) else { continue }
      var digits = line[found.upperBound...].prefix { $0 != " " && $0 != "\r" }
      if digits.hasPrefix("0x") { digits = digits.dropFirst(2) }
      guard digits.count >= 8, let number = UInt64(digits, radix: 16), number > 0 else { continue }
      return [number...number]
    }
    return []
  }
}
