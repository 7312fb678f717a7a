import BisectionLog

extension CrashReport {
  /// States how many lines of the report were not recognised; nil if they are few.
  ///
  /// Reports of syzbot have none or one as a rule. Above five in a hundred the frames may be
  /// incomplete; above a half the text is not a kernel log, or a wrapping around its lines was not
  /// recognised.
  package var unrecognisedNotice: String? {
    let (count, total) = (unrecognisedLineCount, judgedLines.count)
    guard count >= 3, count * 20 > total else { return nil }
    let fact = "\(count) of \(total) lines are not understood"
    return count * 2 > total ? fact + "; is this a kernel log?" : fact
  }
}
