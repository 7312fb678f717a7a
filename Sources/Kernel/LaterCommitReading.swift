/// What is asked of the commits after a culprit.
package struct CulpritQuestion: Hashable, Sendable {
  /// The culprit.
  package var culprit: Revision
  /// Its subject, if the log shows it.
  package var title: String?
  /// The title of the crash, if the log shows it.
  package var crash: String?

  /// A question about a culprit.
  package init(culprit: Revision, title: String? = nil, crash: String? = nil) {
    self.culprit = culprit
    self.title = title
    self.crash = crash
  }

  /// Texts of which a commit must have one in a line of its message to be worth reading.
  package var patterns: [String] {
    let start = culprit.text.prefix(7)
    var patterns = ["ixes: \(start)", "ixes: commit \(start)", "reverts commit \(start)"]
    if let title = Self.telling(title) { patterns.append("(\"\(title)\")") }
    if let crash = Self.telling(crash) { patterns.append(crash) }
    return patterns
  }

  /// How a commit's message refers to the culprit; nil if it does not.
  package func relation(of message: String) -> (relation: LaterCommit.Relation, namesCrash: Bool)? {
    let lines = message.split(whereSeparator: \.isNewline)
    let namesCrash =
      Self.telling(crash).map { title in lines.contains { $0.contains(title) } } ?? false
    let blamed = lines.compactMap(Blame.init(line:))
    let relation: LaterCommit.Relation?
    if blamed.contains(where: { $0.commit.agrees(with: culprit) }) {
      relation = .fixes
    } else if lines.contains(where: { Self.reverted(by: $0)?.agrees(with: culprit) == true }) {
      relation = .reverts
    } else if let title = Self.telling(title),
      let namesake = blamed.first(where: { $0.title == title })
    {
      relation = .fixesNamesake(namesake.commit)
    } else if namesCrash {
      relation = blamed.first.map { .blamesAnother($0.commit) } ?? .namesCrashOnly
    } else {
      relation = nil
    }
    return relation.map { ($0, namesCrash) }
  }

  /// A title that is specific enough to search for; one word would match anywhere.
  private static func telling(_ title: String?) -> String? {
    title.flatMap {
      $0.utf8.count >= 12 && $0.contains(" ") && !$0.contains(where: \.isNewline) ? $0 : nil
    }
  }

  /// The commit that a line reverts: `This reverts commit`, and its hash.
  private static func reverted(by line: Substring) -> Revision? {
    guard let place = line.firstRange(of: "reverts commit ") else { return nil }
    return hash(at: line[place.upperBound...])?.commit
  }

  /// The hash a text begins with, and what follows it.
  fileprivate static func hash(at text: Substring) -> (commit: Revision, rest: Substring)? {
    let digits = text.prefix { $0.isASCII && $0.isHexDigit }
    guard let commit = Revision(digits.lowercased()), commit.isHash else { return nil }
    return (commit, text[digits.endIndex...])
  }
}

/// What a `Fixes:` line blames.
private struct Blame {
  let commit: Revision
  let title: String?

  init?(line: Substring) {
    let text = line.drop { $0 == " " || $0 == "\t" }
    guard text.prefix(6).lowercased() == "fixes:" else { return nil }
    var rest = text.dropFirst(6).drop { $0 == " " || $0 == "\t" }
    if rest.prefix(7).lowercased() == "commit " { rest = rest.dropFirst(7) }
    guard let (commit, behind) = CulpritQuestion.hash(at: rest) else { return nil }
    self.commit = commit
    let quoted = behind.drop { $0 == " " || $0 == "(" }
    title = quoted.hasPrefix("\"") ? String(quoted.dropFirst().prefix { $0 != "\"" }) : nil
  }
}
