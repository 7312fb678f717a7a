import BisectionLog

extension CrashReport {
  /// How many frames are looked at: more than any kernel prints for a crash, and few enough that a
  /// console of days costs no more than its beginning.
  private static let mostFrames = 1 << 16

  /// How many headlines, and how many marks, are looked at, for the same reason.
  static let mostHeadlines = 1 << 12

  /// The stacks from the first on whose frames are looked at one by one: all of any real report.
  public var leadingStacks: ArraySlice<Stack> {
    var frames = 0
    return stacks.prefix { stack in
      defer { frames += stack.frames.count }
      return frames < Self.mostFrames
    }
  }
}
