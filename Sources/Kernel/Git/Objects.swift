import ChildProcess
import Kernel

/// The answer of `git cat-file` for one name.
struct GitObject {
  /// What kind of object the name leads to.
  enum Kind { case commit, blob, other, missing, ambiguous }

  let kind: Kind
  /// The object's hash; empty if there is none.
  let hash: String
  /// Its contents, where they were asked for.
  var contents: ArraySlice<UInt8> = []
}

extension KernelTree {
  /// Longest file that is shown, in bytes: the largest of a kernel's tree are near 20 MiB.
  private static let longest = 48 << 20

  /// Looks up names, in order; they go to git's standard input, where they cannot be options.
  func objects(
    _ names: [String], withContents: Bool = false, cancellation: Cancellation?
  ) throws(KernelProblem) -> [GitObject] {
    let input = Array(names.map { $0 + "\n" }.joined().utf8)
    let output = try git.run(
      ["cat-file", withContents ? "--batch" : "--batch-check"], input: input,
      limits: ChildLimits(outputBytes: Self.longest), cancellation: cancellation)
    var rest = output.output[...]
    var found: [GitObject] = []
    while found.count < names.count, let end = rest.firstIndex(of: 0x0A) {
      var object = GitObject(header: String(decoding: rest[..<end], as: UTF8.self))
      let size = Self.size(inHeader: rest[..<end])
      rest = rest[(end + 1)...]
      if withContents, let size {
        object.contents = rest.prefix(size)
        rest = rest.dropFirst(size).dropFirst()
      }
      found.append(object)
    }
    guard found.count == names.count else {
      throw .failed(reason: output.status == 0 ? "its answer broke off" : output.reason)
    }
    return found
  }

  /// The commit that a revision means, with all its digits.
  func resolve(
    _ revision: Revision, cancellation: Cancellation?
  ) throws(KernelProblem) -> Revision {
    let name = revision.gitName + "^{commit}"
    let found = try objects([name], cancellation: cancellation).first
    switch found?.kind {
    case .commit:
      guard let commit = found.flatMap({ Revision($0.hash) }) else { break }
      return commit
    case .ambiguous: throw .ambiguous(revision)
    default: break
    }
    throw .missing(revision, isShallow: isShallow)
  }

  /// The size at the end of `<hash> <type> <size>`.
  private static func size(inHeader header: ArraySlice<UInt8>) -> Int? {
    let words = header.split(separator: 0x20)
    guard words.count == 3 else { return nil }
    return Int(String(decoding: words[2], as: UTF8.self)).flatMap { $0 >= 0 ? $0 : nil }
  }
}

extension GitObject {
  /// Reads `<hash> <type> <size>`, `<name> missing` or `<name> ambiguous`.
  init(header: String) {
    let words = header.split(separator: " ")
    if words.count == 3, let hash = Revision(String(words[0])), hash.isHash, Int(words[2]) != nil {
      let kinds: [Substring: Kind] = ["commit": .commit, "blob": .blob]
      self.init(kind: kinds[words[1]] ?? .other, hash: hash.text)
    } else {
      self.init(kind: header.hasSuffix(" ambiguous") ? .ambiguous : .missing, hash: "")
    }
  }
}
