import Reviews
import Testing

/// Merging is a matter of sets: order, repetition and grouping make no difference.
@Suite struct MergingTests {
  /// Three people, one of them with a clock a day ahead and at two desks, who decide at random.
  func someDays(_ random: inout SystemRandomNumberGenerator) throws -> [Desk] {
    var desks = [try Desk("ann"), try Desk("bob"), try Desk("eve"), try Desk("eve")]
    desks[2].now = 86_400
    for _ in 0..<60 {
      let number = Int.random(in: desks.indices, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: desks[number].undo()
      case 1: desks[number].redo()
      case 2:
        let other = Int.random(in: desks.indices, using: &random)
        desks[number].take(desks[other].events)
      default: try decide(at: &desks[number], &random)
      }
    }
    return desks
  }

  func decide(at desk: inout Desk, _ random: inout SystemRandomNumberGenerator) throws {
    let judgements: [Judgement?] = [
      nil, .correct, .plausible, .wrong(nil), .wrong(.onlyExposes), .duplicate(of: "x"), .retest,
    ]
    let first = Int.random(in: 1...6, using: &random)
    let judgement = judgements.randomElement(using: &random) ?? nil
    try desk.decide(judgement, first, Int.random(in: 1...6, using: &random))
  }

  struct State: Equatable {
    var standings: [Standing?]
    var progress: Progress
    var undo: [Set<ContentDigest>]
    var redo: [Set<ContentDigest>]

    init(_ book: ReviewBook) throws {
      let people = try ["ann", "bob", "eve"].map { try reviewer($0) }
      standings = (1...6).map { book.standing(of: digest($0)) }
      progress = book.progress
      undo = people.map { Set(book.nextUndo(by: $0)) }
      redo = people.map { Set(book.nextRedo(by: $0)) }
    }
  }

  @Test func anyOrderGivesTheSameState() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<40 {
      let all = try someDays(&random).flatMap(\.events)
      let expected = try State(ReviewBook(all))
      for _ in 0..<5 {
        var book = ReviewBook()
        var rest = (all + all.prefix(10)).shuffled(using: &random)[...]
        while !rest.isEmpty {
          let piece = rest.prefix(Int.random(in: 1...9, using: &random))
          book.apply(Array(piece))
          rest = rest.dropFirst(piece.count)
        }
        #expect(try State(book) == expected)
      }
    }
  }

  @Test func exchangedTextGivesTheSameStateAndTheSameText() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<20 {
      let all = try someDays(&random).flatMap(\.events)
      let text = EventLines.text(of: all)
      let reading = EventLines.read(text)
      #expect(reading.faults.isEmpty)
      #expect(try State(ReviewBook(reading.events)) == State(ReviewBook(all)))
      #expect(EventLines.text(of: (reading.events + all).shuffled(using: &random)) == text)
    }
  }
}
