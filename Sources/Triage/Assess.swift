import BisectionLog

extension Assessment {
  /// Judges a log by what stands in it alone.
  public init(of log: BisectionLog) {
    self.init()
  }
}
