import ChildProcess
import Kernel

extension KernelTree {
  /// Who touched a line (from 1) of a file last, as of a commit.
  ///
  /// - Parameter path: the path as a log prints it, see ``KernelPath/candidates(for:)``.
  package func origin(
    ofLine line: Int, path: String, at revision: Revision, cancellation: Cancellation? = nil
  ) throws(KernelProblem) -> LineOrigin {
    let (commit, found) = try locate(path, at: revision, cancellation: cancellation)
    guard line >= 1 else { throw .noLine(line, path: found.text) }
    let output = try git.run(
      [
        "blame", "--porcelain", "--no-textconv", "-L", "\(line),\(line)", commit.gitName, "--",
        found.text,
      ],
      // Lists of revisions to ignore are named relative to the work tree.
      start: workTree ?? "/", limits: ChildLimits(milliseconds: 120_000), cancellation: cancellation
    )
    guard output.status == 0 else {
      if output.reason.contains("has only") { throw .noLine(line, path: found.text) }
      throw .failed(reason: output.reason)
    }
    guard let origin = try self.origin(porcelain: output.output, cancellation: cancellation) else {
      throw .failed(reason: "its answer broke off")
    }
    return origin
  }

  /// Reads what `git blame --porcelain` prints about one line, and asks about the commit.
  private func origin(
    porcelain: [UInt8], cancellation: Cancellation?
  ) throws(KernelProblem) -> LineOrigin? {
    let lines = porcelain.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    guard let head = lines.first?.split(separator: " "), head.count >= 2,
      let hash = Revision(String(head[0])), hash.isHash, let line = Int(head[1])
    else { return nil }
    let told = try git.succeed(
      ["log", "-z", "--max-count=1", Self.format, "--date=short", hash.gitName, "--"],
      cancellation: cancellation)
    guard let commit = Self.records(told, width: 4).first.flatMap(CommitLine.init(fields:)) else {
      return nil
    }
    return LineOrigin(
      commit: commit, path: lines.header("filename") ?? "", line: line,
      isBoundary: lines.header("boundary") != nil,
      text: lines.first { $0.hasPrefix("\t") }.map { String($0.dropFirst()) } ?? "")
  }
}

extension [String] {
  /// What follows a word in the lines before the file's own, which a tab begins.
  fileprivate func header(_ word: String) -> String? {
    first { $0 == word || $0.hasPrefix(word + " ") }.map { String($0.dropFirst(word.count + 1)) }
  }
}
