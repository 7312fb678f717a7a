/// Texts that hold very many of one thing, one kind for each list that a log's values have.
enum ManyOf: String, CaseIterable {
  case steps, releases, titles, runs, trials, files, recipients, frames, stacks, headlines, locks,
    registers
  case messageLines = "lines of the message"
  case possibleCommits = "possible culprits"
  case judgements = "git's judgements"
  case skips = "git's skips"
  case prose = "lines of a report"
  case strangeLines = "lines not understood"
  case mails = "mails of a mailbox"

  /// A text with so many of them.
  func text(_ count: Int) -> String {
    switch self {
    case .steps: Self.log(middle: Self.each(count, Self.step))
    case .releases:
      Self.start
        + Self.each(count) {
          "testing release v5.\($0)\n\(Self.tested($0))all runs: \(Self.crashed)\n"
        }
        + Self.ending()
    case .titles:
      Self.log(middle: Self.tested(3) + Self.each(count) { "run #\($0): crashed: BUG in f\($0)\n" })
    case .runs:
      Self.log(middle: Self.tested(3) + Self.each(count) { "run #\($0): \(Self.crashed)\n" })
    case .trials:
      Self.start + Self.each(count) { _ in "\(Self.tested(0))all runs: \(Self.crashed)\n" }
        + Self.log().dropFirst(Self.start.count)
    case .files: Self.log(files: count)
    case .messageLines: Self.log(messageLines: count)
    case .recipients: Self.log(recipients: count)
    case .possibleCommits:
      Self.log(
        culprit: "The first bad commit could be any of:\n"
          + Self.each(count) { Self.hash($0) + "\n" })
    case .judgements:
      "git bisect start\n" + Self.each(count) { Self.judgement($0, $0 % 2 == 0 ? "good" : "bad") }
    case .skips:
      "git bisect start\n" + Self.judgement(0, "bad") + Self.judgement(1, "good")
        + Self.each(count) { Self.judgement($0 + 2, "skip") }
    case .frames: Self.log(report: Self.each(count) { " f\($0)+0x1/0x2 fs/f\($0).c:\($0)\n" })
    case .stacks:
      Self.log(report: Self.each(count) { "Call Trace:\n f\($0)+0x1/0x2 fs/f.c:1\n g+0x1/0x2\n\n" })
    case .headlines:
      Self.log(
        report: Self.each(count) {
          "BUG: KASAN: use-after-free in f\($0)+0x1/0x2\nCall Trace:\n g+0x1/0x2\n"
        })
    case .locks:
      Self.log(
        report: Self.each(count) {
          "1 lock held by a/\($0):\n #0: ffffffff8b (m){+.+.}-{3:3}, at: f+0x1/0x2 net/a.c:\($0)\n"
        })
    case .registers:
      Self.log(
        report: Self.each(count) {
          "RIP: 0010:f\($0)+0x1/0x2\nRAX: 0000000000000000 RBX: 0000000000000001\n"
        })
    case .prose: Self.log(report: Self.each(count) { "usb \($0)-1: device descriptor read\n" })
    case .strangeLines: Self.log(report: Self.each(count) { "zzz qqq \($0) vvv;;\n" })
    case .mails:
      Self.each(count / 8) {
        "From a Thu Jan  1 00:00:00 2026\nFrom: A <a@example.org>\nSubject: log \($0)\n\n\(Self.log())\n"
      }
    }
  }

  /// Whether only a list shows it whole.
  var isManyLogs: Bool { self == .mails }

  private static let title = "KASAN: use-after-free Read in foo_bar"
  private static let crashed = "crashed: " + title
  private static let start =
    "bisecting cause commit starting from \(hash(0))\nbuilding syzkaller on \(hash(1))\n"
    + tested(0) + "all runs: \(crashed)\n"

  private static func each(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).reduce(into: "") { $0 += line($1) }
  }

  /// A name of forty digits for a number.
  private static func hash(_ number: Int) -> String {
    let digits = String(UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15, radix: 16)
    return String(repeating: "a", count: 40 - digits.count) + digits
  }

  private static func tested(_ number: Int) -> String {
    "testing commit \(hash(number)) with gcc (GCC) 10.2.1 20210217\n"
  }

  private static func step(_ number: Int) -> String {
    let isBad = number % 2 == 1
    return tested(number + 3) + "all runs: \(isBad ? crashed : "OK")\n"
      + "# git bisect \(isBad ? "bad" : "good") \(hash(number + 3))\n"
      + "Bisecting: \(number % 999) revisions left to test after this (roughly 3 steps)\n"
      + "[\(hash(number + 4))] subject \(number)\n\n"
  }

  private static func judgement(_ number: Int, _ word: String) -> String {
    "# \(word): [\(hash(number))] subject \(number)\ngit bisect \(word) \(hash(number))\n"
  }

  private static func log(
    middle: String = "", files: Int = 1, messageLines: Int = 1, recipients: Int = 1,
    culprit: String? = nil, report: String = ""
  ) -> String {
    let named =
      "\(hash(9)) is the first bad commit\ncommit \(hash(9))\nAuthor: A <a@example.org>\n"
      + "Date:   Mon Mar 1 00:00:00 2021 +0000\n\n    fs: change\n\n"
      + each(messageLines) { "    Line \($0) of the message.\n" } + "\n"
      + each(files) { " fs/d\($0 % 50)/f\($0).c | 2 +-\n" }
      + " \(files) files changed, 3 insertions(+)\n"
    return start + "testing release v5.11\n" + tested(2) + "all runs: OK\n"
      + "# git bisect start \(hash(0)) \(hash(2))\n"
      + "Bisecting: 6872 revisions left to test after this (roughly 13 steps)\n[\(hash(3))] subject\n\n"
      + middle + (culprit ?? named) + ending(recipients: recipients, report: report)
  }

  private static func ending(recipients: Int = 1, report: String = "") -> String {
    let people = each(recipients) { "\($0 > 0 ? " " : "")\"p\($0)@example.org\"" }
    return "revisions tested: 15, total time: 4h11m52.2s (build: 2h2m10.1s, test: 2h7m31.9s)\n"
      + "first bad commit: \(hash(9)) fs: change\nrecipients (to): [\(people)]\ncrash: \(title)\n"
      + "BUG: KASAN: use-after-free in foo_bar+0x1/0x2 fs/a.c:1\n"
      + "CPU: 1 PID: 9 Comm: a Not tainted 5.12.0-rc1 #0\nCall Trace:\n foo_bar+0x1/0x2 fs/a.c:1\n"
      + report
  }
}
