import BisectionLog

/// The commits that a bisection left out if a step of it was judged wrongly.
public struct LeftOutRange: Sendable, Equatable {
  /// The older end, which is not in the range: a hash or a tag.
  public var from: String
  /// The newer end, which is.
  public var to: String
}

extension LeftOutRange {
  /// The range that opens when a step's verdict is turned; nil if the log does not show both ends.
  public init?(turning suspect: SuspectStep, in log: BisectionLog) {
    guard log.steps.indices.contains(suspect.step) else { return nil }
    let step = log.steps[suspect.step]
    let own = log.string(step.commit)
    switch step.stage {
    case .bisect:
      guard
        let told = log.gitCommands.firstIndex(where: {
          ($0.step == suspect.step || $0.line == step.verdictLine) && !$0.isSkip
            && $0.verdictRevision != nil
        })
      else { return nil }
      let isGood = log.gitCommands[told].isGood
      let other = log.gitCommands[..<told].last {
        $0.verdictRevision != nil && !$0.isSkip && $0.isGood == isGood
      }
      let start = log.range.map { isGood ? $0.good : $0.bad }
      guard let end = (other?.verdictRevision ?? start).map({ log.string($0) }) else { return nil }
      self = isGood ? LeftOutRange(from: end, to: own) : LeftOutRange(from: own, to: end)
    case .release, .head, .mergeBase:
      let releases = log.steps.indices.filter { log.steps[$0].stage == .release }
      if step.crashed == 0 {
        guard let older = releases.first(where: { $0 > suspect.step }) else { return nil }
        self = LeftOutRange(from: log.string(log.steps[older].commit), to: own)
      } else {
        let newer = releases.last { $0 < suspect.step }.map { log.string(log.steps[$0].commit) }
        guard let end = newer ?? log.string(log.startCommit) else { return nil }
        self = LeftOutRange(from: own, to: end)
      }
    case .original, .config, .parent: return nil
    }
  }
}
