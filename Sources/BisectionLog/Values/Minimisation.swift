/// A step of configuration minimisation, as syzkaller reports it.
public enum Minimisation: Hashable, Sendable {
  /// The configuration is minimal already.
  case alreadyMinimal
  /// The old minimisation by `config-bisect.pl` begins.
  case started
  /// It works in a folder.
  case usesFolder(TextRange)
  /// The script ran with an argument (`-r`, `good`, `bad`); its output follows.
  case ranScript(argument: TextRange)
  /// The script finished, or failed with an error.
  case scriptFinished(error: TextRange?)
  /// The options that make the difference.
  case foundOptions([TextRange])
  /// The baseline configuration could not be tested.
  case baselineFailed(error: TextRange?)
  /// The crash also happens with the baseline configuration.
  case baselineCrashes
  /// The baseline could not be tested; the original configuration stays.
  case baselineUntestable
  /// Minimisation failed; the original configuration stays.
  case failed(error: TextRange?)
  /// The minimised configuration does not crash.
  case minimisedPasses
  /// How many options the configurations have; since July 2023 only leaves count as different.
  case sizes(base: Int, full: Int, difference: Int, countsLeaves: Bool)
  /// The crash also happens with the base configuration.
  case baseCrashes
  /// Only the full configuration crashes.
  case onlyFullCrashes
  /// Half of the options are tried.
  case triesHalf([TextRange])
  /// That half crashes.
  case halfCrashes
  /// Neither half crashes.
  case neitherHalfCrashes
  /// The options that stay.
  case result([TextRange])
  /// The chunks of options, and whether those known to be needed are counted.
  case chunks(needed: Bool, [Chunk])
  /// A chunk is split.
  case splits(chunk: Int, length: Int, parts: Int)
  /// A part is left out, of so many.
  case triesWithout(part: Int, of: Int)
  /// The chunk is not needed.
  case dropsChunk
  /// The chunk is needed without a trial.
  case keepsChunk
  /// The chunk cannot be split further.
  case cannotSplit
  /// So many trials were made; no more will be.
  case trialLimit(Int)
  /// So many options are left, and they are suspects.
  case minimised(count: Int, suspects: [TextRange])
  /// Instrumentation is about to be left out.
  case checksInstrumentation
  /// Kinds of instrumentation are left out.
  case disables([TextRange])
  /// There was nothing to leave out.
  case nothingToDisable
  /// The crash happens without the instrumentation.
  case crashesWithoutInstrumentation
  /// The original configuration stays.
  case keepsOriginal

  /// A chunk of options.
  public struct Chunk: Hashable, Sendable {
    /// How many options.
    public var count: Int
    /// Whether it will not be split further.
    public var isFinal: Bool

    /// A chunk of so many options.
    public init(count: Int, isFinal: Bool) {
      self.count = count
      self.isFinal = isFinal
    }
  }
}
