infix operator %% : MultiplicationPrecedence

/// The remainder that is never negative, for going round an end.
func %% (left: Int, right: Int) -> Int {
  let remainder = left % right
  return remainder < 0 ? remainder + right : remainder
}
