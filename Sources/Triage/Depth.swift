/// How much is found out about a log.
public enum Depth: Sendable {
  /// What a list of many logs shows: what is concluded, without a word of why.
  case conclusions
  /// Everything, with what it rests on.
  case reasons
}
