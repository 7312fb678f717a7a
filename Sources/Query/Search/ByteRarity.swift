/// How seldom bytes are in kernel logs.
///
/// A search first looks for the two rarest bytes of its text, so that few places need a closer look.
enum ByteRarity {
  /// The commonest bytes of bisection logs and crash reports, commonest first.
  private static let commonest = Array(
    " 0etaoirsnld1_fc2u4p3gkm857b69h:.[]+/yvxw#-,()=\n\tqzj".utf8)

  /// A rank by byte: 0 is the commonest; what is not listed is rare.
  private static let ranks: [Int] = {
    var ranks = [Int](repeating: commonest.count, count: 256)
    for (rank, byte) in commonest.enumerated() { ranks[Int(byte)] = rank }
    return ranks
  }()

  /// The positions of the two rarest bytes, which are equal in a text of one byte.
  static func anchors(of needle: [UInt8]) -> (rarest: Int, second: Int) {
    var rarest = 0
    var second = needle.count > 1 ? 1 : 0
    for (place, byte) in needle.enumerated() where place > 0 {
      if rank(byte) > rank(needle[rarest]) {
        second = rarest
        rarest = place
      } else if second == rarest || rank(byte) > rank(needle[second]) {
        second = place
      }
    }
    return (rarest, second)
  }

  /// How rare a byte is in either case, higher is rarer.
  private static func rank(_ byte: UInt8) -> Int { ranks[Int(byte.lowered)] }
}
