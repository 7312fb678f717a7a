import Testing

@testable import Workbench

/// Logs grouped and sorted by each thing they can be.
@Suite struct GroupingTests {
  private static let keys: [(LogGrouping, String)] = [
    (.culprit, "b"), (.title, "c"), (.foreign, "x"), (.file, "f"), (.outcome, "o"),
  ]

  @Test(arguments: keys)
  func eachGroupingFoldsAndUnfoldsAndCountsEveryLog(_ grouping: LogGrouping, key: String) throws {
    var bench = try Bench()
    let logs = bench.model.list.entries.count
    bench.press("= \(key)")
    let groups = bench.model.list.groups
    #expect(bench.model.list.grouping == grouping)
    #expect(groups.reduce(0) { $0 + $1.members.count } == logs)
    #expect(bench.model.list.rows.count == groups.count)
    #expect(bench.screen.contains("\(groups.count) groups by \(grouping.label)"))
    bench.press("g o")
    let first = try #require(groups.first)
    #expect(bench.model.list.rows.count == groups.count + first.members.count)
    let count = String(repeating: " ", count: first.members.count > 9 ? 2 : 3)
    #expect(bench.screen.contains("- \(count)\(first.members.count) × "))
    bench.press("Enter _")
    // All were folded again, so that all open now.
    #expect(bench.model.list.rows.count == groups.count + logs)
    bench.press("_")
    #expect(bench.model.list.rows.count == groups.count)
    bench.press("= n")
    #expect(bench.model.list.rows.count == logs)
  }

  @Test(arguments: keys)
  func aMarkOnAGroupMarksItsLogs(_ grouping: LogGrouping, key: String) throws {
    var bench = try Bench()
    bench.press("= \(key) g Space")
    let group = try #require(bench.model.list.groups.first)
    #expect(bench.model.list.marked == Set(group.members))
    bench.press("g")
    #expect(bench.row(with: "│▌+*") != nil)
    bench.press("Space")
    #expect(bench.model.list.marked.isEmpty)
  }

  @Test func titlesOfOneFunctionAreAFamily() throws {
    var bench = try Bench()
    bench.press("= c")
    let keys = bench.model.list.groups.compactMap(\.key)
    #expect(keys.contains("in llcp_sock_getname"))
    #expect(bench.screen.contains("in llcp_sock_getname  KASAN"))
  }

  @Test func logsStandUnderTheOtherBugThatCrashedTheirRuns() throws {
    var bench = try Bench()
    bench.press("= x")
    let group = bench.model.list.groups.first { $0.key == "WARNING in ath9k_tx_watchdog" }
    let member = try #require(group?.members.first)
    #expect(bench.model.list.entries[member].path.contains("culprit-wrong"))
    #expect(bench.model.list.groups.contains { $0.heading == "without another bug's crash" })
  }

  @Test(arguments: LogSort.allCases)
  func theSameSortAgainReversesAndKeepsTheRestLast(_ sort: LogSort) throws {
    var bench = try Bench()
    bench.press("c J w o J")
    let row = try #require(LogSort.allCases.firstIndex(of: sort))
    func choose() {
      bench.press("S g")
      for _ in LogSort.allCases { bench.press("k") }
      let now = LogSort.allCases.firstIndex(of: bench.model.list.sort) ?? 0
      let steps = (row - now + LogSort.allCases.count) % LogSort.allCases.count
      for _ in 0..<steps { bench.press("j") }
      bench.press("Enter")
    }
    if sort != bench.model.list.sort { choose() }
    #expect(bench.model.list.sort == sort && !bench.model.list.isReversed)
    let forwards = bench.model.list.shown
    choose()
    #expect(bench.model.list.isReversed)
    let backwards = bench.model.list.shown
    #expect(Set(forwards) == Set(backwards) && forwards != backwards)
    let entries = bench.model.list.entries
    let known = forwards.filter { sort.sorts(entries[$0]) }
    if sort != .verdict {
      #expect(Array(backwards.prefix(known.count)) == known.reversed())
    }
    #expect(bench.screen.contains("by \(sort.label), reversed"))
  }
}
