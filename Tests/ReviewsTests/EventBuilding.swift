import Reviews
import Testing

/// The log that stands for a number.
func log(_ number: Int) -> DecidedLog {
  DecidedLog(digest: digest(number), name: "log-\(number)")
}

/// The digest that stands for a number.
func digest(_ number: Int) -> ContentDigest { ContentDigest(of: Array("log \(number)".utf8)) }

/// A moment some seconds into the tests' time.
func second(_ number: Int) -> EventTime {
  EventTime(microseconds: 1_700_000_000_000_000 + Int64(number) * 1_000_000)
}

/// A reviewer with a name that must be good.
func reviewer(_ name: String) throws -> Reviewer { try #require(Reviewer(name)) }

/// A person with a book of their own, who decides one thing after another.
struct Desk {
  var book = ReviewBook()
  var events: [ReviewEvent] = []
  let reviewer: Reviewer
  var now = 0

  init(_ name: String) throws { reviewer = try Reviews.Reviewer(name).required }

  mutating func decide(_ judgement: Judgement?, _ numbers: Int..., note: String = "") throws {
    let decision = try Decision(judgement, note: note)
    take(
      book.deciding(decision, on: numbers.map { log($0) }, by: reviewer, at: tick()))
  }

  mutating func undo() { take(book.undoing(by: reviewer, at: tick()).map { [$0] } ?? []) }

  mutating func redo() { take(book.redoing(by: reviewer, at: tick()).map { [$0] } ?? []) }

  mutating func take(_ new: [ReviewEvent]) {
    events += new
    book.apply(new)
  }

  private mutating func tick() -> EventTime {
    now += 1
    return second(now)
  }

  /// The verdict on each of the first logs, `-` for none.
  func verdicts(_ numbers: ClosedRange<Int> = 1...3) -> String {
    numbers.map { book.review(of: digest($0))?.verdict?.rawValue ?? "-" }.joined(separator: " ")
  }
}

extension Optional {
  fileprivate var required: Wrapped { get throws { try #require(self) } }
}
