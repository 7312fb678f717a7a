import Foundation
import TestSupport
import Testing

/// Whatever keys, mouse and window do to two real programs over one store, while files change under
/// them: their terminals show what they would show if all were drawn anew, and their memory stays
/// within bounds.
///
/// The suite takes one seed. `BISECTTY_LONG_RUNS=20 swift test --filter LongRunOnATerminalTests` takes
/// 20, from the number in `BISECTTY_FIRST_SEED` on; a failure names its seed. `BISECTTY_LONG_RUN_ROUNDS`
/// or `BISECTTY_LONG_RUN_MINUTES` says how long each session lasts at least, `BISECTTY_LONG_RUN_LOGS`
/// names another folder of logs, `BISECTTY_LONG_RUN_PROGRAM` another build of the program, and with
/// `BISECTTY_LONG_RUN_READING` set nothing is decided.
@Suite struct LongRunOnATerminalTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static func number(_ name: String, else usual: Int) -> Int {
    environment[name].flatMap { Int($0) } ?? usual
  }
  private static let seeds: Range<UInt64> = {
    let first = UInt64(number("BISECTTY_FIRST_SEED", else: 1))
    return first..<first + UInt64(number("BISECTTY_LONG_RUNS", else: 1))
  }()
  private static let rounds = number("BISECTTY_LONG_RUN_ROUNDS", else: 6)
  private static let length = Duration.seconds(60 * number("BISECTTY_LONG_RUN_MINUTES", else: 0))
  private static let decides = environment["BISECTTY_LONG_RUN_READING"] == nil
  private static let logs = environment["BISECTTY_LONG_RUN_LOGS"] ?? "Resources/samples"
  private static let program =
    environment["BISECTTY_LONG_RUN_PROGRAM"] ?? BuiltProducts.program("bisectty")

  @Test func theTerminalShowsWhatAFreshDrawingShows() throws {
    let log = try Data(contentsOf: URL(fileURLWithPath: "Resources/samples/culprit-right.txt"))
    let server = try LoopbackServer { request in
      request.target.hasPrefix("/x/bisect.txt") ? .page(Array(log)) : Dashboard.answer(request)
    }
    for seed in Self.seeds {
      let folder = try LivingFolder(of: Self.logs, server: server)
      var typing = RandomTyping(seed: seed, decides: Self.decides)
      var desks = try (1...2).map {
        try Desk(name: "seed \(seed), program \($0)", program: Self.program, folder: folder)
      }
      let end = ContinuousClock.now + Self.length
      var round = 0
      while round < Self.rounds || ContinuousClock.now < end {
        round += 1
        if typing.number(0...2) == 0 { folder.change(&typing) }
        let first = typing.number(0...1)
        for index in [first, 1 - first] {
          try desks[index].work(&typing)
        }
        for index in desks.indices {
          let problem = try desks[index].problem()
          #expect(problem == nil, "round \(round)")
          guard problem == nil else { return }
        }
      }
      for desk in desks { try desk.leave() }
    }
  }
}
