import BisectionLog

/// The lines of a log for `git bisect replay`.
///
/// Git runs every line that begins with `git bisect`, so only words and revisions of harmless
/// characters get into one; everything else stands in comments.
struct ReplayText {
  private let log: BisectionLog
  private let badWord: String
  private let goodWord: String
  private var lines: [String] = []

  init(log: BisectionLog) {
    self.log = log
    badWord = Self.term(of: log) { if case .bad = $0 { true } else { false } } ?? "bad"
    goodWord = Self.term(of: log) { if case .good = $0 { true } else { false } } ?? "good"
  }

  /// The log with a line end after each line.
  var text: String { lines.joined(separator: "\n") + "\n" }

  /// Adds a comment.
  mutating func comment(_ text: String) { lines.append("# \(visible(text))") }

  /// Begins the session, with the words that it uses.
  mutating func start() {
    let isPlain = badWord == "bad" && goodWord == "good"
    let terms = isPlain ? "" : " '--term-new=\(badWord)' '--term-old=\(goodWord)'"
    lines.append("git bisect start\(terms)")
  }

  /// Adds a verdict with the subject of its revision as a comment before it.
  mutating func verdict(_ verdict: GitVerdict, _ revision: TextRange, title: TextRange?) {
    let word =
      switch verdict {
      case .bad: badWord
      case .good: goodWord
      case .skip: "skip"
      }
    let name = log.string(revision)
    guard Self.isHarmless(name) else {
      return comment("left out, git would misread it: \(word) \(name)")
    }
    comment("\(word): [\(name)] \(log.string(title) ?? "")".withoutTrailingSpace)
    lines.append("git bisect \(word) \(name)")
  }

  /// A word of the session's own for one of the verdicts; nil where it uses git's.
  private static func term(
    of log: BisectionLog, where matches: (GitCommand.Command) -> Bool
  ) -> String? {
    let term = log.gitCommands.first { matches($0.command) && $0.term != nil }?.term
    guard let word = log.string(term), isHarmless(word), word != "skip" else { return nil }
    return word
  }

  /// Whether git takes a text as one revision or word and nothing else.
  private static func isHarmless(_ text: String) -> Bool {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "._/-".utf8.contains(byte)
    }
    return isPlain && !text.isEmpty && !text.hasPrefix("-") && !text.contains("..")
  }
}
