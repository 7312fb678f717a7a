import BisectionLog

/// The rows of the culprit pane.
///
/// Those of the files are made on request, since a merge can have tens of thousands.
package struct Card: RandomAccessCollection, Sendable {
  /// The rows above the files.
  private var head: [CardRow]
  private let files: CardFiles
  /// The rows below them.
  private let tail: [CardRow]

  init(_ head: [CardRow], files: CardFiles = CardFiles(), _ tail: [CardRow] = []) {
    self.head = head
    self.files = files
    self.tail = tail
  }

  /// The same rows below some others.
  func below(_ rows: [CardRow]) -> Card {
    var card = self
    card.head.insert(contentsOf: rows, at: 0)
    return card
  }

  /// The same rows with others above those of the files.
  func aboveFiles(_ rows: [CardRow]) -> Card {
    var card = self
    // An empty row and the heading belong to the files.
    card.head.insert(
      contentsOf: rows, at: files.count == 0 ? head.count : Swift.max(0, head.count - 2))
    return card
  }

  /// The first row.
  package var startIndex: Int { 0 }
  /// How many rows there are.
  package var endIndex: Int { head.count + files.count + tail.count }

  /// A row, from 0.
  package subscript(row: Int) -> CardRow {
    if row < head.count { return head[row] }
    let row = row - head.count
    return row < files.count ? files[row] : tail[row - files.count]
  }
}

/// The rows of the files that a culprit changes, those of the stacks first.
struct CardFiles: Sendable {
  private var log: BisectionLog?
  /// The files by their indices, in the order of their rows.
  private var order: [Int] = []
  private var targets: [Int: RowTarget] = [:]

  /// No file.
  init() {}

  /// The files of a log's culprit, with the first frame in each that has one.
  init(of log: BisectionLog, touched: [Int: RowTarget]) {
    self.log = log
    targets = touched
    let all = log.culprit?.files.indices ?? 0..<0
    order = all.filter { touched[$0] != nil } + all.filter { touched[$0] == nil }
  }

  /// How many rows there are.
  var count: Int { order.count }

  /// A row, from 0.
  subscript(row: Int) -> CardRow {
    guard let log, let file = log.culprit?.files[order[row]] else { return .blank }
    let path = log.string(file.path)
    let target = targets[order[row]]
    let counts = file.binary ? "binary" : "+\(file.added ?? 0) -\(file.removed ?? 0)"
    var made = CardRow(
      path, target == nil ? .text : .culpritFile, lead: target == nil ? "   " : " > ",
      target: target ?? .line(file.line))
    made.file = path.hasPrefix("...") ? nil : path
    made.trail = target == nil ? counts : "in a stack  \(counts)"
    return made
  }
}
