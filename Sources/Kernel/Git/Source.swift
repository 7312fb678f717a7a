import BisectionLog
import ChildProcess
import Kernel

extension KernelTree {
  /// A file as it was at a commit, regardless of what is checked out.
  ///
  /// - Parameter path: the path as a log prints it, see ``KernelPath/candidates(for:)``.
  package func source(
    path: String, at revision: Revision, cancellation: Cancellation? = nil
  ) throws(KernelProblem) -> SourceFile {
    let (commit, found) = try locate(path, at: revision, cancellation: cancellation)
    let name = "\(commit.gitName):\(found.text)"
    guard let file = try contents(of: name, cancellation: cancellation) else {
      throw .noContents(path: found.text, commit)
    }
    return SourceFile(path: found, commit: commit, text: SourceText(Array(file)))
  }

  /// The contents of a file that is known to be listed; nil if a partial clone left them out.
  private func contents(
    of name: String, cancellation: Cancellation?
  ) throws(KernelProblem) -> ArraySlice<UInt8>? {
    do {
      let objects = try objects([name], withContents: true, cancellation: cancellation)
      return objects.first.flatMap { $0.kind == .blob ? $0.contents : nil }
    } catch .failed {
      return nil
    } catch {
      throw error
    }
  }

  /// Where a printed path lies at a commit.
  func locate(
    _ path: String, at revision: Revision, cancellation: Cancellation?
  ) throws(KernelProblem) -> (commit: Revision, path: KernelPath) {
    let candidates = KernelPath.candidates(for: path)
    guard !candidates.isEmpty else { throw .outside(path: path) }
    let commit = try resolve(revision, cancellation: cancellation)
    // Looks at folders only: the contents need not be there, as in a partial clone.
    let listed = try git.run(
      ["ls-tree", "-z", "--full-tree", "--full-name", commit.gitName, "--"]
        + candidates.map(\.text), cancellation: cancellation)
    guard listed.status == 0 else { throw .failed(reason: listed.reason) }
    let files = Set(listed.output.split(separator: 0).compactMap(Self.file(inEntry:)))
    guard let found = candidates.first(where: { files.contains($0.text) }) else {
      throw .noFile(path: path, commit)
    }
    return (commit, found)
  }

  /// The path of `<mode> blob <hash>\t<path>`; nil for folders, links and parts of other projects.
  private static func file(inEntry entry: ArraySlice<UInt8>) -> String? {
    guard entry.starts(with: "100".utf8), let tab = entry.firstIndex(of: 0x09) else { return nil }
    return String(decoding: entry[(tab + 1)...], as: UTF8.self)
  }
}
