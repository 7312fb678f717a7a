import ChildProcess

/// A git repository made for one test, with fixed names and dates; removed with the value.
package final class SmallRepository {
  /// Where it lies.
  package let folder: TemporaryFolder
  private let isBare: Bool
  private var days = 0

  /// An empty repository.
  package init(bare: Bool = false) throws {
    folder = try TemporaryFolder()
    isBare = bare
    try git(
      ["init", "--quiet", "--initial-branch=main"] + (bare ? ["--bare"] : []) + [folder.path])
  }

  /// Its folder.
  package var path: String { folder.path }

  /// Adds a commit to a branch, with some files written anew, and gives its hash.
  ///
  /// Commits are a day apart, from 1 January 2020 on.
  @discardableResult
  package func commit(
    _ message: String, files: [String: String] = [:], branch: String = "main",
    merging other: String? = nil
  ) throws -> String {
    let name = "refs/heads/\(branch)"
    let time = 1_577_836_800 + days * 86_400
    days += 1
    let before = try? git(["rev-parse", "--verify", "--quiet", name])
    var stream = "commit \(name)\ncommitter Ada Author <ada@example.org> \(time) +0000\n"
    stream += "data \(message.utf8.count)\n\(message)\n"
    if let before, !before.isEmpty { stream += "from \(before)\n" }
    if let other { stream += "merge \(other)\n" }
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      stream += "M 100644 inline \(path)\ndata \(text.utf8.count)\n\(text)\n"
    }
    try git(["fast-import", "--quiet"], input: stream)
    return try git(["rev-parse", name])
  }

  /// Starts a branch at a commit.
  package func branch(_ name: String, at commit: String) throws {
    try git(["branch", name, commit])
  }

  /// Tags a commit.
  package func tag(_ name: String, _ commit: String) throws {
    try git([
      "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "tag", "-a", "-m", name, name,
      commit,
    ])
  }

  /// Runs git in the repository and gives what it printed, without the last line's end.
  @discardableResult
  package func git(_ arguments: [String], input: String = "") throws -> String {
    let environment = ChildEnvironment.current.removing(prefix: "GIT_").setting([
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "LC_ALL": "C",
    ])
    let output = try ChildCommand(
      "git", ["-C", folder.path] + arguments, environment: environment, input: Array(input.utf8)
    ).run()
    guard output.status == 0 else {
      throw GitFailure(
        arguments: arguments, message: String(decoding: output.errors, as: UTF8.self))
    }
    let text = String(decoding: output.output, as: UTF8.self)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}

/// A git command of a test that failed.
package struct GitFailure: Error {
  /// Its arguments.
  package let arguments: [String]
  /// What git said.
  package let message: String
}
