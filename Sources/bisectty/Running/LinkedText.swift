import BisectionLog
import Exports
import Glibc
import Kernel

/// Text for a terminal in which commits and source lines lead to the web (OSC 8).
struct LinkedText {
  /// Links by the word that carries them.
  private let links: [Substring: Link]

  /// The links of a log's commits and frames.
  init(_ log: BisectionLog) {
    var links: [Substring: Link] = [:]
    let commits =
      log.steps.indices.compactMap(log.revision(ofStep:))
      + [log.culpritRevision]
      .compactMap { $0 }
    for commit in commits where commit.isHash {
      guard let link = KernelLinks.commit(commit, title: nil).first else { continue }
      links[commit.text[...]] = link
      links[commit.short[...]] = link
    }
    if let commit = log.reportRevision, commit.isHash {
      for frame in (log.crash?.stacks ?? []).flatMap(\.frames) {
        guard let file = log.string(frame.file), let line = frame.line,
          let path = KernelPath(file)
        else { continue }
        links["\(file):\(line)"] =
          KernelLinks.source(path, line: line, at: commit, tag: nil, function: nil).first
      }
    }
    self.links = links
  }

  /// A text that is safe to print, with its links.
  func linked(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(where: Self.isPartOfWord) {
      let end = rest[start...].firstIndex { !Self.isPartOfWord($0) } ?? rest.endIndex
      let word = rest[start..<end]
      result += rest[..<start]
      result += links[word].map { $0.terminalHyperlink(around: String(word)) } ?? String(word)
      rest = rest[end...]
    }
    return result + rest
  }

  /// Whether standard output is a terminal that is known to do no harm with links.
  static var isWelcome: Bool {
    guard isatty(STDOUT_FILENO) == 1, let type = environment("TERM") else { return false }
    return !["", "dumb", "linux", "vt100", "vt220", "unknown"].contains(type)
  }

  private static func isPartOfWord(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "_./:-+".contains(character))
  }
}
