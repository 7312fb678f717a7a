/// The earliest tag that contains a commit, as `git describe --contains` prints it.
package struct NearestTag: Hashable, Sendable {
  /// The tag's name, such as `v5.6-rc1`.
  package let tag: String
  /// How git walks from the tag to the commit, such as `~12^2~3`; empty for the tag itself.
  package let steps: String

  /// A place before a tag, or the tag itself.
  package init(tag: String, steps: String = "") {
    self.tag = tag
    self.steps = steps
  }

  /// Reads what `git name-rev` prints: `tags/v5.6-rc1~12^2~3`, `tags/v5.6^0`.
  package init?(nameRevision printed: some StringProtocol) {
    var name = Substring(printed)
    if name.hasPrefix("tags/") { name = name.dropFirst(5) }
    guard !name.isEmpty, name != "undefined" else { return nil }
    let end = name.firstIndex { $0 == "~" || $0 == "^" } ?? name.endIndex
    let steps = String(name[end...])
    self.init(tag: String(name[..<end]), steps: steps == "^0" ? "" : steps)
  }

  /// As git prints it.
  package var text: String { tag + steps }

  /// Whether the commit is the tagged one.
  package var isExact: Bool { steps.isEmpty }
}
