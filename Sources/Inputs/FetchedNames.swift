/// The names that `bisectty fetch` gives to files in the folder of a bug.
enum FetchedNames {
  /// The index, by which such a folder is known.
  static let index = Array("case.json".utf8)

  /// What is looked at first, the best first: of these kinds only the first that is there.
  private static let main = [
    ["bisect"], ["report"], ["final-report"], ["console"], ["thread", "mail"],
  ]
  private static let others = ["bug", "case", "kernel", "repro", "patch", "text"]

  /// The entries of a folder that a search for logs visits: of a fetched bug the logs of its
  /// bisections, or else a report, with anything else that a person has put there.
  static func visited(_ entries: [DirectoryEntry]) -> [DirectoryEntry] {
    guard entries.contains(where: { $0.name == index }) else { return entries }
    let stems = entries.map { stem(of: $0.name) }
    let best = main.first { group in stems.contains { $0.map(group.contains) ?? false } } ?? []
    return zip(entries, stems).filter { $0.1.map(best.contains) ?? true }.map(\.0)
  }

  /// The kind in a name such as `bisect-2.txt`; nil for a name that is not one of these.
  private static func stem(of name: [UInt8]) -> String? {
    let text = String(decoding: name, as: UTF8.self)
    guard let dot = text.firstIndex(of: ".") else { return nil }
    let numbered = text[..<dot]
    let digits = numbered.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let head = numbered.dropLast(digits)
    let stem = digits > 0 && head.last == "-" ? head.dropLast() : numbered
    let known = main.joined().contains(String(stem)) || others.contains(String(stem))
    return known ? String(stem) : nil
  }
}
