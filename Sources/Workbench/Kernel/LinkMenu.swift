import BisectionLog
import Kernel
import Screen
import Triage

extension Model {
  /// Offers the web pages about the selection; the chosen one's address is copied.
  mutating func chooseLink() -> [Effect] {
    let links = self.links
    guard !links.isEmpty else {
      status = Status("There is no web page about this row", .dim)
      return []
    }
    let keys = Array("123456789")
    dialogue.mode = .menu(
      Menu(
        title: "Copy the address of",
        choices: links.enumerated().map { index, link in
          Menu.Choice(
            key: index < keys.count ? keys[index] : nil, text: link.title, remark: "",
            result: .link(link))
        }))
    return []
  }

  /// Web pages about the selected frame, then the selected commit, then the crash.
  private var links: [Link] {
    guard opened != nil else { return [] }
    var links: [Link] = []
    if desk.focus == .stack, let report = reported, let place = selectedFrame,
      let commit = commit(of: report),
      let frame = report.log.crash?.stacks[place.stack].frames[place.frame],
      let path = report.log.string(frame.file).flatMap({ KernelPath($0) })
    {
      links += KernelLinks.source(
        path, line: frame.line, at: commit, tag: kernel.tags[commit]?.tag,
        function: frame.plainFunction(in: report.log.text))
    }
    if let commit = selectedCommit, commit.isHash {
      links += KernelLinks.commit(commit, title: title(of: commit))
    }
    let crash = list.selectedEntry?.summary?.title
    return links + KernelLinks.crash(title: crash ?? "")
  }

  /// The subject of a commit, if the log or the repository has it.
  private func title(of commit: Revision) -> String? {
    guard let log = opened?.log else { return nil }
    if log.culpritRevision == commit { return log.string(log.culprit?.title) }
    return log.steps.first { log.string($0.commit) == commit.text }.flatMap { log.string($0.title) }
  }

  /// The line that a fix of the culprit carries; nil if the log does not contain the subject.
  var fixesLine: String? {
    if let candidate = meantCandidate?.commit {
      return "Fixes: \(candidate.hash.prefix(12)) (\"\(candidate.title)\")"
    }
    guard let log = opened?.log, let commit = log.culpritRevision, commit.isHash,
      let title = log.string(log.culprit?.title)
    else { return nil }
    return "Fixes: \(commit.short) (\"\(title)\")"
  }
}
