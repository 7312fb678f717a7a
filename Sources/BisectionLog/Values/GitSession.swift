/// One `git bisect start` and what followed; a file may hold several.
public struct GitSession: Sendable {
  /// Its lines, from 1, half-open.
  public var lines: Range<Int>
  /// The indices of its steps.
  public var steps: Range<Int>
  /// The ends, bad first, if both are known.
  public var range: BisectionRange?
  /// The word for revisions with the change, where it is not `bad`.
  public var newTerm: TextRange?
  /// The word for revisions without it, where it is not `good`.
  public var oldTerm: TextRange?
  /// The paths that the bisection was limited to.
  public var paths: [TextRange] = []
  /// What it hunts, by its terms.
  public var direction = Direction.unknown
  /// How it ends.
  public var outcome = Outcome(kind: .incomplete)

  /// A session that begins at a line and at a step.
  public init(line: Int, step: Int) {
    lines = line..<line + 1
    steps = step..<step
  }
}
