infix operator %% : MultiplicationPrecedence

/// The remainder that is never negative, for wrapping around.
func %% (left: Int, right: Int) -> Int {
  let remainder = left % right
  return remainder < 0 ? remainder + right : remainder
}
