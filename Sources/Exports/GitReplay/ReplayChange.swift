/// What to change in a bisection before git replays it.
///
/// Either way everything after the step is left out, since git chose it by the step's verdict.
package enum ReplayChange: Hashable, Sendable {
  /// Leave out a step, by its index, so that it is tested again.
  case leaveOut(step: Int)
  /// Turn the verdict of a step, by its index: bad to good, and anything else to bad.
  case turn(step: Int)

  /// The index of the step.
  var step: Int {
    switch self {
    case .leaveOut(let step), .turn(let step): step
    }
  }
}
