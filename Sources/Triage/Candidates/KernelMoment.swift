import BisectionLog

/// When the kernel that printed a report was made, by its version.
///
/// No commit of a kernel is younger than the kernel. `5.3.0-rc7+` was made in the week before 5.3.0-rc8;
/// the tree of a subsystem may have grown for some weeks and still call itself so.
enum KernelMoment {
  /// How many days a tree may be younger than the release candidate that it is on.
  private static let slack = 60
  /// How many lines of a report are looked at.
  private static let mostLines = 2_000

  /// The last day on which a commit of the kernel can have been written, in days from 1970 on.
  ///
  /// nil if no line names the version, or if it is that of a stable tree, which grows for years.
  static func newestDay(of report: CrashReport, in text: SourceText) -> Int? {
    // `CPU: 0 PID: 8478 Comm: a.out Not tainted 5.3.0-rc7+ #0`, `... Tainted: G        W  5.3.0-rc7+`
    for line in report.lines.prefix(mostLines) {
      let line = text.string(text.range(ofLine: line))
      guard let mark = line.firstRange(of: "ainted") else { continue }
      let version = line[mark.upperBound...].split(separator: " ").first {
        $0.first?.isNumber == true && $0.contains(".")
      }
      if let version { return day(ofVersion: version).map { $0 + slack } }
    }
    return nil
  }

  /// The day of a version such as `5.3.0-rc7+`, `6.1.0-syzkaller`, `5.8.0-rc1-next-20200618`.
  static func day(ofVersion version: Substring) -> Int? {
    let parts = version.split(separator: "-")
    let numbers = (parts.first ?? "").split(separator: ".").map {
      Int($0.prefix(while: \.isNumber))
    }
    guard numbers.count >= 2, let major = numbers[0], let minor = numbers[1],
      numbers.count == 2 || numbers[2] == 0
    else { return nil }
    if let next = parts.firstIndex(of: "next"), next + 1 < parts.count {
      return CalendarDay.day(compact: parts[next + 1])
    }
    guard let release = day(ofRelease: major, minor) else { return nil }
    let candidate = parts.dropFirst().first { $0.hasPrefix("rc") }
    guard let number = candidate.flatMap({ Int($0.dropFirst(2).prefix(while: \.isNumber)) }) else {
      return release
    }
    // The first candidate comes seven weeks before the release.
    return release - 7 * max(0, 8 - number)
  }

  /// The day of a release, within two weeks: one comes every nine or ten weeks.
  private static func day(ofRelease major: Int, _ minor: Int) -> Int? {
    // 4.0: 12 April 2015; 5.0: 3 March 2019; 6.0: 2 October 2022; 7.0: April 2026
    // (https://www.kernel.org/pub/linux/kernel).
    let firsts: [Int: (day: Int, step: Double)] = [
      4: (16_537, 67.7), 5: (17_958, 65.5), 6: (19_267, 64.5), 7: (20_556, 64.5),
    ]
    guard let first = firsts[major], minor < 40 else { return nil }
    return first.day + Int(Double(minor) * first.step)
  }
}
