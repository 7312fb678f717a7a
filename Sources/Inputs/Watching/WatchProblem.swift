/// Why changes are not reported.
package enum WatchProblem: Error, Hashable {
  /// The system watches nothing, and its number for why.
  case unavailable(Int32)
  /// There are more folders than can be watched; so many are.
  case tooMany(Int)

  /// The problem in one line.
  package var message: String {
    switch self {
    case .unavailable(let code): systemMessage(code)
    case .tooMany(let count): "only \(count) folders can be watched"
    }
  }
}
