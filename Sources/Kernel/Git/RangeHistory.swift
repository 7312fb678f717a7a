import ChildProcess
import Kernel

/// A commit with its message and its list of files.
package struct DetailedCommit: Sendable {
  /// Its hash, subject, author, date and the rest of its message.
  package var hash: String
  package var title: String
  package var author: String
  package var date: String
  package var message: String
  /// The paths that it changes.
  package var files: [String]
}

extension KernelTree {
  /// The two ends of a range as a person writes it, `A..B`, resolved to hashes.
  ///
  /// - Throws: ``KernelProblem`` if it is no such range, or an end is not there.
  package func range(
    _ text: String, cancellation: Cancellation? = nil
  ) throws(KernelProblem) -> (from: String, to: String) {
    guard let dots = text.firstRange(of: ".."), dots.lowerBound > text.startIndex else {
      throw .failed(reason: "\(text) is no range A..B of commits")
    }
    let (from, to) = (text[..<dots.lowerBound], text[dots.upperBound...])
    return (
      try commit(named: String(from), cancellation), try commit(named: String(to), cancellation)
    )
  }

  /// The hash of what a person names: a hash, tag or branch, with `~` and `^` after it.
  private func commit(
    named name: String, _ cancellation: Cancellation?
  ) throws(KernelProblem) -> String {
    let isPlain = name.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "._/~^-+".utf8.contains(byte)
    }
    guard isPlain, !name.isEmpty, !name.hasPrefix("-"), name.utf8.count <= 200 else {
      throw .failed(reason: "\(name.isEmpty ? "an empty text" : name) is no revision")
    }
    let output = try git.run(
      ["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"],
      cancellation: cancellation)
    let hash = String(decoding: output.output.prefix { $0 != 0x0A }, as: UTF8.self)
    guard output.status == 0, hash.utf8.count >= 40 else {
      throw .failed(reason: "there is no revision \(name) in the repository")
    }
    return hash
  }

  /// The commits of a range with their files, newest first, merges left out: one `git log`.
  package func detailedCommits(
    from: String, to: String, cancellation: Cancellation? = nil
  ) throws(KernelProblem) -> [DetailedCommit] {
    let printed = try git.succeed(
      [
        "log", "-z", "--no-merges", "--name-only", "--no-renames", "--date=iso-strict",
        "--format=%x01%H%x02%s%x02%an <%ae>%x02%ad%x02%b%x02", from + ".." + to, "--",
      ], limits: ChildLimits(outputBytes: 1 << 30, milliseconds: 900_000),
      cancellation: cancellation)
    return Self.detailedCommits(in: printed)
  }

  static func detailedCommits(in printed: [UInt8]) -> [DetailedCommit] {
    var commits: [DetailedCommit] = []
    for record in printed.split(separator: 0x01) {
      let fields = record.split(
        separator: 0x02, maxSplits: 5, omittingEmptySubsequences: false)
      guard fields.count == 6, fields[0].count >= 40 else { continue }
      let texts = fields.prefix(5).map { String(decoding: $0, as: UTF8.self) }
      let files = fields[5].split(separator: 0).map { name in
        String(decoding: name.drop { $0 == 0x0A }, as: UTF8.self)
      }
      commits.append(
        DetailedCommit(
          hash: texts[0], title: texts[1], author: texts[2], date: texts[3], message: texts[4],
          files: files.filter { !$0.isEmpty }))
    }
    return commits
  }

  /// The files at a commit that define a function, as `git grep` finds its name at the start of a line.
  package func filesDefining(
    _ function: String, at commit: String, cancellation: Cancellation? = nil
  ) throws(KernelProblem) -> [String] {
    guard !function.isEmpty, function.utf8.count < 128,
      function.utf8.allSatisfy({ byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || byte == 0x5F
      })
    else { return [] }
    let hash = try self.commit(named: commit, cancellation)
    let output = try git.run(
      [
        "grep", "-l", "-z", "-E", "-e", "^[a-z_].*\\b\(function)\\(", "-e", "^\(function)\\(", hash,
        "--", "*.c",
      ], limits: ChildLimits(milliseconds: 120_000), cancellation: cancellation)
    guard output.status == 0 else { return [] }
    return output.output.split(separator: 0).map { name in
      let text = String(decoding: name, as: UTF8.self)
      return text.hasPrefix(hash + ":") ? String(text.dropFirst(hash.count + 1)) : text
    }
  }
}
