import ChildProcess
import Kernel

/// A git repository that a kernel's history is in: bare or with a work tree, whole or shallow.
///
/// It is only read, and only through the system's git. Every question may take long in a history of
/// a million commits, so ask on a worker.
package struct KernelTree: Sendable {
  /// The repository's own folder, absolute.
  package let repository: String
  /// The folder of the work tree, absolute; nil for a bare repository.
  package let workTree: String?
  /// Whether history was cut off.
  package let isShallow: Bool

  /// Git for the repository.
  let git: Git

  /// Opens the repository that a folder is in.
  ///
  /// - Parameters:
  ///   - program: git's name or path, for those who have several.
  ///   - environment: the variables to start from; those of git itself are not passed on.
  package init(
    opening folder: String, program: String = "git", environment: ChildEnvironment = .current,
    cancellation: Cancellation? = nil
  ) throws(KernelProblem) {
    let search = Git(
      program: program, repository: nil, folder: folder, environment: environment)
    // The last of them fails in a bare repository, after the others are printed.
    let output = try search.run(
      [
        "rev-parse", "--is-shallow-repository", "--is-inside-work-tree", "--absolute-git-dir",
        "--show-toplevel",
      ], cancellation: cancellation)
    let lines = output.output.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard lines.count > 3, lines[2].hasPrefix("/") else {
      throw Self.problem(output, folder: folder)
    }
    repository = lines[2]
    isShallow = lines[0] == "true"
    workTree = lines[1] == "true" && lines[3].hasPrefix("/") ? lines[3] : nil
    git = Git(program: program, repository: lines[2], environment: environment)
  }

  /// The kernel's repository that a folder is in, recognised by the files every kernel has; nil
  /// otherwise.
  package static func enclosing(
    _ folder: String, cancellation: Cancellation? = nil
  ) -> KernelTree? {
    guard let tree = try? KernelTree(opening: folder, cancellation: cancellation) else {
      return nil
    }
    let names = ["HEAD:Kconfig", "HEAD:MAINTAINERS", "HEAD:init/main.c"]
    guard let found = try? tree.objects(names, cancellation: cancellation) else { return nil }
    return found.allSatisfy { $0.kind == .blob } ? tree : nil
  }

  private static func problem(_ output: ChildOutput, folder: String) -> KernelProblem {
    let errors = String(decoding: output.errors, as: UTF8.self)
    if errors.contains("dubious ownership") { return .ownedByAnother(path: folder) }
    if errors.contains("not a git repository") || errors.contains("cannot change to") {
      return .notARepository(path: folder)
    }
    return .failed(reason: output.reason)
  }
}
