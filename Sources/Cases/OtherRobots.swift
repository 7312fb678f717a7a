import BisectionLog

/// The facts in KernelCI's and Intel's mails on bisections.
struct OtherRobotMail {
  let text: MailedText

  /// Adds the facts of the mail to a case.
  func add(to bugCase: inout BugCase) {
    addKernelCI(to: &bugCase)
    addZeroDay(to: &bugCase)
  }

  /// `Summary:` with `Result: HASH TITLE`, `Checks:` with `revert: PASS`, `Breaking commit found:` with a
  /// whole `git show` between dashes.
  private func addKernelCI(to bugCase: inout BugCase) {
    guard let result = indented("Result:") else { return }
    var claim = BugCase.Claim(direction: .cause, kind: .culprit)
    guard let hash = result.leadingHash else { return }
    claim.commits = [hash]
    claim.title = String(result.dropFirst(hash.count).trimmedBlanks)
    fillCommit(&claim)
    bugCase.claim = claim
    bugCase.bug.title = bugCase.bug.title ?? text.mail.subject
    if let start = text.lines.firstIndex(where: { $0.trimmedBlanks == "Checks:" }) {
      for line in text.lines[(start + 1)...] {
        let parts = line.split(separator: ":").map(\.trimmedBlanks)
        guard parts.count == 2, !parts[0].isEmpty else { break }
        // A check that was skipped proves nothing.
        let result = parts[1].uppercased()
        guard ["PASS", "FAIL"].contains(result) else { continue }
        bugCase.checks.append(.init(name: String(parts[0]), passed: result == "PASS"))
      }
    }
    if let log = indented("Plain log:"), log.hasPrefix("https://") {
      bugCase.parts.append(.init(kind: .console, url: String(log)))
    }
  }

  private func indented(_ name: String) -> Substring? {
    for line in text.lines {
      let content = line.trimmedBlanks
      if content.hasPrefix(name) { return content.dropFirst(name.count).trimmedBlanks }
    }
    return nil
  }

  private func fillCommit(_ claim: inout BugCase.Claim) {
    guard let start = text.lines.firstIndex(where: { $0.hasPrefix("commit ") }) else { return }
    guard let hash = text.lines[start].dropFirst(7).leadingHash, let short = claim.commits.first,
      hash.hasPrefix(short)
    else { return }
    claim.commits = [hash]
    for line in text.lines[(start + 1)...].prefix(8) {
      if line.hasPrefix("Author:") { claim.author = String(line.dropFirst(7).trimmedBlanks) }
      if line.hasPrefix("Date:") { claim.date = String(line.dropFirst(5).trimmedBlanks) }
    }
  }

  /// `commit: HASH ("TITLE")` in the first lines, with a table of counts below.
  private func addZeroDay(to bugCase: inout BugCase) {
    guard bugCase.claim == nil else { return }
    for line in text.lines.prefix(40) {
      let content = line.trimmedBlanks
      guard content.hasPrefix("commit: "), let hash = content.dropFirst(8).leadingHash else {
        continue
      }
      var claim = BugCase.Claim(direction: .cause, kind: .culprit)
      claim.commits = [hash]
      if let open = content.firstRange(of: "(\""), let close = content.lastIndex(of: "\"") {
        if open.upperBound <= close { claim.title = String(content[open.upperBound..<close]) }
      }
      bugCase.claim = claim
      bugCase.bug.title = bugCase.bug.title ?? text.mail.subject
      return
    }
  }
}
