/// Classifies the lines of git's own records: `git bisect log`, and sessions in a terminal.
enum GitBisectLine {
  /// A line with a meaning of its own.
  enum Shape {
    /// `git bisect WORD ...`, recorded or typed after a prompt.
    case command(ByteView, isTyped: Bool)
    /// `# WORD: [HASH] subject`.
    case subject(word: ByteView, hash: ByteView, title: ByteView)
    /// `# first WORD commit: [HASH] subject`.
    case first(word: ByteView, hash: ByteView, title: ByteView)
    /// `# possible first WORD commit: [HASH] subject`.
    case possible(hash: ByteView)
    /// `# only skipped commits left to test`.
    case onlySkipped
    /// Another comment of the record, such as `# status: ...`, in any language.
    case comment
    /// `running COMMAND`.
    case running
    /// How `git bisect run` ends.
    case runEnd(isError: Bool)
    /// A line of git's output.
    case output(LineKind)
    case blank
    case other
  }

  /// What a line is.
  static func shape(_ line: ByteView) -> Shape {
    if line.trimmed.isEmpty { return .blank }
    if let rest = line.after("git bisect ") ?? line.after("git-bisect ") {
      return .command(rest, isTyped: false)
    }
    if let command = typedCommand(in: line) { return .command(command, isTyped: true) }
    if let comment = line.after("# ") { return shape(ofComment: comment) }
    if line.starts(with: "running ") { return .running }
    if let isError = runEnd(line) { return .runEnd(isError: isError) }
    let kind = GitLine.kind(of: line)
    return kind == .unrecognised ? .other : .output(kind)
  }

  /// What follows `git bisect ` after a shell's prompt.
  private static func typedCommand(in line: ByteView) -> ByteView? {
    let head = line.prefix(longestPrompt &+ "git bisect ".utf8.count)
    guard let (prompt, rest) = head.split(at: "git bisect "), isPrompt(prompt) else { return nil }
    return line.dropping(head.count &- rest.count)
  }

  /// The longest prompt that is looked for, in bytes.
  private static let longestPrompt = 120

  /// Whether some words before a command are a shell's prompt.
  private static func isPrompt(_ text: ByteView) -> Bool {
    guard text.last == Ascii.space, text.count <= longestPrompt else { return false }
    let sign = text.trimmedAtEnd.last
    return sign == UInt8(ascii: "$") || sign == UInt8(ascii: "%") || sign == Ascii.greater
  }

  private static func shape(ofComment comment: ByteView) -> Shape {
    if comment.starts(with: "only skipped commits left to test") { return .onlySkipped }
    if let rest = comment.after("possible first "), let named = named(rest, after: " commit: [") {
      return .possible(hash: named.hash)
    }
    if let rest = comment.after("first "), let named = named(rest, after: " commit: [") {
      return .first(word: named.word.unquoted, hash: named.hash, title: named.title)
    }
    if let named = named(comment, after: ": ["), named.word.firstIndex(of: Ascii.space) == nil {
      return .subject(word: named.word.unquoted, hash: named.hash, title: named.title)
    }
    return .comment
  }

  private static func named(_ text: ByteView, after separator: StaticString)
    -> (word: ByteView, hash: ByteView, title: ByteView)?
  {
    guard let (word, rest) = text.split(at: separator), !word.isEmpty,
      let (hash, title) = rest.split(at: Ascii.closeBracket), hash.isHash
    else { return nil }
    return (word, hash, title.withoutLeadingBlank)
  }

  private static func runEnd(_ line: ByteView) -> Bool? {
    let words = line.after("error: ") ?? line
    if words.starts(with: "bisect run success") { return false }
    if words.starts(with: "bisect found first ") { return false }
    if words.starts(with: "bisect run failed") { return true }
    return words.starts(with: "bisect run cannot continue any more") ? false : nil
  }
}
