/// Why a text is neither a bisection log nor a crash report.
public enum Refusal: Hashable, Sendable {
  /// There is nothing in it.
  case empty
  /// It is not text.
  case binary
  /// It is a web page.
  case webPage
  /// It lists commits, but neither tests nor git's verdicts.
  case commitList
  /// It speaks of a bisection, but holds none of a log's lines.
  case onlyMentionsBisection
  /// It has nothing to do with a bisection.
  case unrelated

  /// One sentence: what is wrong and what to do.
  public var sentence: String {
    switch self {
    case .empty: "there is nothing in it"
    case .binary: "it is not text: give the log itself, as text or packed by gzip, xz or zstd"
    case .webPage: "it is a web page: save the raw text of the log instead"
    case .commitList:
      "it lists commits, but not what was tested: give the output of git bisect log, or the log of syzkaller"
    case .onlyMentionsBisection:
      "it mentions a bisection, but holds no lines of a log: give the log itself"
    case .unrelated: "it holds neither a bisection nor a crash report"
    }
  }
}
