/// The truth about logs, as a table of tab-separated columns with a header line.
///
/// Needed are `log`, the name of the log's file without its endings, and `label`: `correct`,
/// `incorrect`, or anything else for logs about which nothing is known. `first_wrong_commit` and
/// `reason` name the step that was judged wrongly and why, if that is known.
public struct LabelTable: Sendable {
  /// The truth about one log.
  public struct Label: Sendable {
    /// Whether the culprit is right; nil if that is not known or no single one is named.
    public var isCorrect: Bool?
    /// The first revision that was judged wrongly.
    public var firstWrongCommit: String?
    /// Why, in the table's own words.
    public var reason: String?

    /// The truth about a log as far as it is known.
    public init(isCorrect: Bool?, firstWrongCommit: String? = nil, reason: String? = nil) {
      self.isCorrect = isCorrect
      self.firstWrongCommit = firstWrongCommit
      self.reason = reason
    }
  }

  /// The labels by the name of the log.
  public private(set) var labels: [String: Label] = [:]

  /// Reads a table; nil if it has no column `log` or no column `label`.
  public init?(parsing text: String) {
    var lines = text.split(whereSeparator: \.isNewline).makeIterator()
    let header = lines.next().map(Self.fields) ?? []
    guard let name = header.firstIndex(of: "log"), let label = header.firstIndex(of: "label")
    else { return nil }
    let commit = header.firstIndex(of: "first_wrong_commit")
    let reason = header.firstIndex(of: "reason")
    while let line = lines.next() {
      let fields = Self.fields(of: line)
      guard fields.indices.contains(name), fields.indices.contains(label) else { continue }
      func field(_ place: Int?) -> String? {
        place.flatMap { fields.indices.contains($0) ? fields[$0] : nil }
          .flatMap { $0.isEmpty ? nil : $0 }
      }
      let isCorrect: Bool? =
        fields[label] == "correct" ? true : fields[label] == "incorrect" ? false : nil
      labels[fields[name]] = Label(
        isCorrect: isCorrect, firstWrongCommit: field(commit), reason: field(reason))
    }
  }

  /// The label of a file by its name without extensions.
  public func label(ofFile name: String) -> Label? {
    var stem = name[...]
    while true {
      if let label = labels[String(stem)] { return label }
      guard let dot = stem.lastIndex(of: ".") else { return nil }
      stem = stem[..<dot]
    }
  }

  private static func fields(of line: Substring) -> [String] {
    line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }
}
