import Foundation
import Testing

@testable import Workbench

/// The rows of the culprit pane.
@Suite struct CardTests {
  private func bench(_ change: (String) -> String) throws -> Bench {
    let file = Bench.samples.appendingPathComponent("culprit-right.txt")
    return try Bench(text: change(String(contentsOf: file, encoding: .utf8)))
  }

  private func fileRows(_ bench: Bench) -> [CardRow] {
    bench.model.cardRows.filter { !$0.trail.isEmpty }
  }

  @Test func aFileOfTheStacksLeadsToItsFrame() throws {
    let row = try #require(fileRows(bench { $0 }).first)
    #expect(row.text == "net/nfc/llcp_sock.c")
    #expect(row.trail == "in a stack  +7 -3")
    guard case .frame = row.target else {
      Issue.record("leads to \(String(describing: row.target))")
      return
    }
  }

  /// git cuts the beginning of a long path, at a folder where it can.
  @Test(arguments: [".../nfc/llcp_sock.c", "...cp_sock.c"])
  func aShortenedPathStandsForTheFilesThatEndSo(path: String) throws {
    let rows = try fileRows(
      bench { $0.replacingOccurrences(of: " net/nfc/llcp_sock.c |", with: " \(path) |") })
    #expect(rows.map(\.text) == [path])
    #expect(rows.allSatisfy { $0.trail.hasPrefix("in a stack") && $0.file == nil })
  }

  @Test func filesOfTheStacksStandFirstAndTheOthersInTheirOrder() throws {
    let others = (1...3).map { " drivers/lamp/part\($0).c | 2 +-\n" }
    let rows = try fileRows(
      bench {
        $0.replacingOccurrences(
          of: " net/nfc/llcp_sock.c |", with: others.joined() + " net/nfc/llcp_sock.c |")
      })
    #expect(
      rows.map(\.text)
        == ["net/nfc/llcp_sock.c"] + (1...3).map { "drivers/lamp/part\($0).c" })
  }

  @Test func rowsBelowOthersKeepTheirOrder() {
    let card = Card([CardRow("one")], [CardRow("two")])
    #expect(card.below([CardRow("zero")]).map(\.text) == ["zero", "one", "two"])
    #expect(card.below([]).count == 2)
    #expect(Card([]).isEmpty)
  }
}
