/// A message of git besides its candidates and its result.
public enum GitRemark: Hashable, Sendable {
  /// Only skipped commits are left.
  case onlySkippedLeft
  /// These commits are left; the list follows in ``LineKind/skippedOnly`` lines.
  case couldBeAnyOf([TextRange])
  /// It cannot continue.
  case cannotBisectMore
  /// The merge base could not be tested, and so the result may lie elsewhere.
  case mergeBaseSkipped(bad: TextRange, good: [TextRange])
  /// The result may lie outside these two.
  case mayLieOutside(TextRange, TextRange)
  /// It continues all the same.
  case goesOn
  /// The merge base is bad: the ends were the wrong way round.
  case mergeBaseIsBad(TextRange)
  /// The bug was fixed between these.
  case fixedBetween(TextRange, [TextRange])
  /// A good revision is not an ancestor of the bad one.
  case goodIsNoAncestor
  /// A revision was called both.
  case bothGoodAndBad(TextRange)
  /// There is nothing to test.
  case nothingToTest
}
