import ChildProcess
import Kernel

extension KernelTree {
  /// The most commits that a list holds.
  package static let mostListed = 1_000

  /// The commits that are in `later` and in none of `earlier`, newest first: what `git bisect` has
  /// left between its good ones and its bad one.
  package func commits(
    afterAll earlier: [Revision], upTo later: Revision, cancellation: Cancellation? = nil
  ) throws(KernelProblem) -> CommitRange {
    var range: [String] = []
    for revision in earlier {
      range.append("^" + (try resolve(revision, cancellation: cancellation)).gitName)
    }
    range += [try resolve(later, cancellation: cancellation).gitName, "--"]
    let count = try git.succeed(["rev-list", "--count"] + range, cancellation: cancellation)
    let listed = try git.succeed(
      ["log", "-z", "--max-count=\(Self.mostListed)", Self.format, "--date=short"] + range,
      cancellation: cancellation)
    let commits = Self.records(listed, width: 4).compactMap(CommitLine.init(fields:))
    let total = Int(String(decoding: count.prefix { $0 != 0x0A }, as: UTF8.self))
    return CommitRange(commits: commits, total: total ?? commits.count)
  }

  /// A commit's message, its summary of files and its changes, as git prints them, without colour.
  package func commitText(
    _ revision: Revision, cancellation: Cancellation? = nil
  ) throws(KernelProblem) -> [UInt8] {
    let commit = try resolve(revision, cancellation: cancellation)
    return try git.succeed(
      [
        "show", "--no-color", "--no-ext-diff", "--no-textconv", "--no-notes", "--decorate=no",
        "--format=fuller", "--stat=120", "--patch", commit.gitName, "--",
      ], limits: ChildLimits(outputBytes: 32 << 20, milliseconds: 60_000),
      cancellation: cancellation)
  }

  /// The earliest tags that contain some commits; releases come before other tags.
  ///
  /// Commits that no tag contains, and those that are not there, are left out. All of them cost one
  /// walk through history.
  package func nearestTags(
    of revisions: [Revision], cancellation: Cancellation? = nil
  ) throws(KernelProblem) -> [Revision: NearestTag] {
    var tags: [Revision: NearestTag] = [:]
    for pattern in ["refs/tags/v[0-9]*", "refs/tags/*"] {
      let left = revisions.filter { tags[$0] == nil }
      guard !left.isEmpty else { break }
      let printed = try git.run(
        ["name-rev", "--tags", "--refs=\(pattern)"] + left.map(\.gitName),
        limits: ChildLimits(milliseconds: 120_000), cancellation: cancellation)
      guard printed.status == 0 else { throw .failed(reason: printed.reason) }
      let named = Self.names(printed.output)
      for revision in left { tags[revision] = named[revision.gitName] }
    }
    return tags
  }

  /// Reads lines of `<name> <tag and steps>`.
  private static func names(_ output: [UInt8]) -> [String: NearestTag] {
    var names: [String: NearestTag] = [:]
    for line in output.split(separator: 0x0A) {
      let words = String(decoding: line, as: UTF8.self).split(separator: " ")
      guard words.count == 2 else { continue }
      names[String(words[0])] = NearestTag(nameRevision: words[1])
    }
    return names
  }

  /// The fields of a ``CommitLine``; with `-z` a NUL also follows each record.
  static let format = "--format=%H%x00%s%x00%an%x00%cd"

  /// Cuts what git printed with `-z` into records; no message can hold a NUL.
  static func records(_ output: [UInt8], width: Int) -> [[String]] {
    let fields = output.split(separator: 0, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    return stride(from: 0, to: fields.count - width + 1, by: width)
      .map { Array(fields[$0..<$0 + width]) }
  }
}

extension CommitLine {
  /// Reads the fields of ``KernelTree/format``.
  init?(fields: [String]) {
    guard fields.count >= 4, let commit = Revision(fields[0]), commit.isHash else { return nil }
    self.init(commit: commit, title: fields[1], author: fields[2], date: fields[3])
  }
}
