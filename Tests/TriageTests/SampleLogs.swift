import BisectionLog

/// Small logs written for the tests.
enum SampleLogs {
  static let start = String(repeating: "a", count: 40)
  static let release = String(repeating: "b", count: 40)
  static let middle = String(repeating: "c", count: 40)
  static let culprit = String(repeating: "d", count: 40)

  /// A cause bisection with one release and two steps of git's.
  ///
  /// - Parameters:
  ///   - original: the run lines of the original commit.
  ///   - middle: the run lines of the step before the culprit's.
  ///   - last: the run lines of the culprit's step.
  ///   - block: the lines of the commit block after `commit`.
  ///   - files: the diffstat lines.
  ///   - summary: the line after them.
  ///   - ending: what precedes `revisions tested`.
  ///   - frames: the lines of the call trace.
  static func cause(
    original: [String] = ["all runs: crashed: KASAN: use-after-free Read in widget_release"],
    middle middleRuns: [String] = ["all runs: OK"],
    last: [String] = ["all runs: crashed: KASAN: use-after-free Read in widget_release"],
    block: [String] = [],
    title: String = "widget: keep the last reference",
    files: [String] = [" drivers/widget/core.c | 4 ++--"],
    summary: String = " 1 file changed, 2 insertions(+), 2 deletions(-)",
    ending: [String] = [],
    crash: String = "KASAN: use-after-free Read in widget_release",
    frames: [String] = [" widget_release+0x20/0x90 drivers/widget/core.c:120"]
  ) -> BisectionLog {
    let middleVerdict = middleRuns.contains { $0.contains("crashed") } ? "bad" : "good"
    let head =
      [
        "bisecting cause commit starting from \(start)",
        "building syzkaller on \(String(repeating: "e", count: 40))",
        "testing commit \(start) with gcc (GCC) 8.1.0",
      ] + original + [
        "testing release v5.6", "testing commit \(release) with gcc (GCC) 8.1.0", "all runs: OK",
        "# git bisect start \(start) \(release)",
        "Bisecting: 2270 revisions left to test after this (roughly 11 steps)",
        "[\(middle)] Merge something",
        "testing commit \(middle) with gcc (GCC) 8.1.0",
      ]
    let tail = [
      "# git bisect \(middleVerdict) \(middle)",
      "Bisecting: 0 revisions left to test after this (roughly 0 steps)",
      "[\(culprit)] \(title)",
      "testing commit \(culprit) with gcc (GCC) 8.1.0",
    ]
    let end =
      [
        "# git bisect bad \(culprit)", "\(culprit) is the first bad commit", "commit \(culprit)",
      ] + block + [
        "Author: A Person <person@example.org>", "Date:   Fri Feb 14 10:00:00 2020 +0100", "",
        "    \(title)", "",
      ] + files + [summary] + ending + [
        "revisions tested: 4, total time: 1h0m0s (build: 30m0s, test: 30m0s)",
        "first bad commit: \(culprit) \(title)", "recipients (to): []", "recipients (cc): []",
        "crash: \(crash)", "BUG: \(crash)", "Call Trace:",
      ] + frames
    let lines = head + middleRuns + tail + last + end
    return BisectionLog(parsing: Array((lines.joined(separator: "\n") + "\n").utf8))
  }
}
