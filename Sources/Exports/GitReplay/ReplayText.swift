import BisectionLog

/// The lines of a log for `git bisect replay`.
///
/// Git runs every line that begins with `git bisect`, so only words and revisions of harmless
/// characters get into one; everything else is in comments.
struct ReplayText {
  private let log: BisectionLog
  private let session: GitSession?
  private let badWord: String
  private let goodWord: String
  private var lines: [String] = []
  private var told: Set<String> = []

  init(log: BisectionLog, session: GitSession?) {
    self.log = log
    self.session = session
    badWord = Self.word(session?.newTerm, in: log) ?? "bad"
    goodWord = Self.word(session?.oldTerm, in: log) ?? "good"
  }

  /// The log with a line end after each line.
  var text: String { lines.joined(separator: "\n") + "\n" }

  /// Adds a comment.
  mutating func comment(_ text: String) { lines.append("# \(visible(text))") }

  /// Begins the session, with its own words and the paths that it was limited to.
  mutating func start() {
    let isPlain = badWord == "bad" && goodWord == "good"
    let terms = isPlain ? [] : ["'--term-new=\(badWord)'", "'--term-old=\(goodWord)'"]
    let paths = (session?.paths ?? []).map(log.string)
    let harmless = paths.filter(Self.isHarmless)
    for path in paths where !Self.isHarmless(path) { comment("left out the path \(path)") }
    let limits = harmless.isEmpty ? [] : ["'--'"] + harmless.map { "'\($0)'" }
    lines.append((["git bisect start"] + terms + limits).joined(separator: " "))
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
    // The ends of a range that git was given one by one are among the verdicts again.
    guard told.insert("\(word) \(name)").inserted else { return }
    comment("\(word): [\(name)] \(log.string(title) ?? "")".withoutTrailingSpace)
    lines.append("git bisect \(word) \(name)")
  }

  /// A word of the session's own for a verdict; nil if there is none that can be used.
  private static func word(_ term: TextRange?, in log: BisectionLog) -> String? {
    guard let word = log.string(term), isHarmless(word), word != "skip" else { return nil }
    return word
  }

  /// Whether git can only read a text as one revision or word.
  private static func isHarmless(_ text: String) -> Bool {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "._/-".utf8.contains(byte)
    }
    return isPlain && !text.isEmpty && !text.hasPrefix("-") && !text.contains("..")
  }
}
