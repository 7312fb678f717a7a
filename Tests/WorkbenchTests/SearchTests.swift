import BisectionLog
import Screen
import TestSupport
import Testing
import Triage

@testable import Workbench

@Suite struct SearchTests {
  @Test func aSearchGoesToTheNextMatchAndRoundTheEnd() throws {
    var bench = try Bench(["culprit-right"])
    bench.press("2 g /")
    bench.type("merge")
    bench.press("Enter")
    let first = bench.model.focusedState.cursor
    bench.press("n")
    let second = bench.model.focusedState.cursor
    #expect(second > first)
    bench.press("N")
    #expect(bench.model.focusedState.cursor == first)
    bench.press("N")
    #expect(bench.model.focusedState.cursor > second)
    #expect(bench.model.status?.text == "The search went on at the other end")
  }

  @Test func capitalsMatterWhereThereAreAny() throws {
    var bench = try Bench(["culprit-right"])
    bench.press("2 /")
    bench.type("MERGE")
    bench.press("Enter")
    #expect(bench.model.status?.text == "“MERGE” is not in this pane")
  }

  @Test func aFilterShowsWhatFitsWhileItIsTyped() throws {
    var bench = try Bench()
    bench.press("F")
    bench.type("outcome:timeout")
    #expect(bench.model.list.rows.count == 1)
    #expect(bench.screen.contains("1 log fits"))
    bench.press("Escape")
    #expect(bench.model.list.rows.count == 13)
    bench.press("F")
    bench.type("p<0.3")
    bench.press("Enter")
    #expect(bench.model.list.rows.count == 1)
    #expect(bench.screen.contains("filter: p<0.3"))
  }

  @Test func anUnknownFieldIsToldAndTheRestFilters() throws {
    var bench = try Bench()
    bench.press("F")
    bench.type("titel:x timeout")
    #expect(bench.screen.contains("no field named `titel`; did you mean `title`?"))
  }

  @Test func thePaletteRunsACommandByItsName() throws {
    var bench = try Bench()
    bench.press(":")
    bench.type("focus stack")
    bench.press("Enter")
    #expect(bench.model.desk.focus == .stack)
  }

  @Test func aSearchThroughAllLogsLeadsToThePlace() throws {
    var bench = try Bench()
    bench.press("\\")
    bench.type("llcp_sock_getname")
    bench.press("Enter")
    #expect(bench.effects == [.searchEverywhere("llcp_sock_getname")])
    let id = try #require(
      bench.model.list.entries.first { $0.path.contains("culprit-right") }?.id)
    bench.send(
      .hits([], pattern: "something older", files: 5, isComplete: true))
    #expect(bench.model.dialogue.hits?.searchedFiles == 0)
    let hits = [
      SearchHit(log: id, line: 12, text: "run #0: crashed: … in llcp_sock_getname"),
      SearchHit(log: id, line: 30, text: "run #3: crashed: … in llcp_sock_getname"),
    ]
    bench.send(.hits(hits, pattern: "llcp_sock_getname", files: 13, isComplete: true))
    try expectGolden(bench.screen, named: "search-everywhere")
    bench.press("j Enter")
    #expect(bench.model.list.selected == id)
    #expect(bench.model.desk.focus == .rawText)
    #expect(bench.model.focusedState.cursor == 29)
  }

  @Test func aFilterThatHidesTheFoundLogIsTakenOff() throws {
    var bench = try Bench()
    let id = try #require(
      bench.model.list.entries.first { $0.path.contains("culprit-right") }?.id)
    bench.press("F")
    bench.type("outcome:timeout")
    bench.press("Enter \\")
    bench.type("llcp")
    bench.press("Enter")
    bench.send(
      .hits(
        [SearchHit(log: id, line: 3, text: "llcp")], pattern: "llcp", files: 13, isComplete: true))
    bench.press("Enter")
    #expect(bench.model.list.selected == id)
    #expect(bench.model.filter.text.isEmpty)
    #expect(bench.model.list.rows.count == 13)
  }
  @Test func notesAndFileNamesAreFoundToo() throws {
    var bench = try Bench()
    bench.open("timeout")
    let id = bench.model.list.selected
    bench.press("a")
    bench.type("ask the zebra people")
    bench.press("Enter")
    bench.open("fix-found")
    bench.press("\\")
    bench.type("zebra")
    bench.press("Enter")
    bench.send(.hits([], pattern: "zebra", files: 13, isComplete: true))
    #expect(bench.row(with: "ask the zebra people")?.contains("note") == true)
    bench.press("Enter")
    #expect(bench.model.list.selected == id)
    #expect(bench.model.desk.focus == .culprit)
    #expect(bench.screen.contains("ask the zebra people"))
    bench.press("\\ C-u")
    bench.type("fix-found")
    bench.press("Enter Enter")
    #expect(bench.model.list.selectedEntry?.path == "samples/fix-found.txt")
  }

  @Test func whatWasFoundIsShownAgainWithoutASearch() throws {
    var bench = try Bench()
    bench.press("\\")
    bench.type("oops")
    bench.press("Enter")
    let hits = (1...3).map { SearchHit(log: 0, line: $0, text: "oops \($0)") }
    bench.send(.hits(hits, pattern: "oops", files: 13, isComplete: true))
    bench.press("j Enter \\ Enter")
    #expect(bench.effects == [.searchEverywhere("oops")])
    #expect(bench.model.dialogue.hits?.cursor == 1)
    bench.press("Escape")
    bench.send(.changed([0]))
    bench.press("\\ Enter")
    #expect(bench.effects.last == .searchEverywhere("oops"))
    #expect(bench.model.dialogue.hits?.cursor == 0)
  }

  @Test func escapeStopsASearchThatGoesOn() throws {
    var bench = try Bench()
    bench.press("\\")
    bench.type("oops")
    bench.press("Enter")
    #expect(bench.screen.contains("Escape stops and closes"))
    bench.send(
      .hits(
        [SearchHit(log: 0, line: 1, text: "oops")], pattern: "oops", files: 4, isComplete: false))
    bench.press("Escape")
    #expect(bench.effects.last == .stopSearching)
    bench.send(.hits([], pattern: "oops", files: 9, isComplete: true))
    #expect(bench.model.dialogue.hits?.isComplete == false)
  }

  /// In the list a search looks at what filters look at, at the outcome, and at the headings of groups.
  @Test func aSearchInTheListFindsTextsOutcomesAndGroups() throws {
    var bench = try Bench()
    bench.press("g /")
    bench.type("hfsplus")
    #expect(bench.model.list.selectedEntry?.summary?.title?.contains("hfsplus") == true)
    bench.press("Escape g /")
    bench.type("timeout")
    #expect(bench.model.list.selectedEntry?.summary?.outcome == .timeout)
    bench.press("Enter n")
    #expect(bench.model.list.selectedEntry?.summary?.outcome == .timeout)
    bench.press("/")
    bench.type("no such text")
    #expect(bench.model.status?.text == "“no such text” is not in this pane")
    bench.press("Escape = o g /")
    bench.type("still crashes")
    #expect(bench.model.list.selectedGroup?.heading == "still crashes")
  }

  /// Letters typed and taken back show what the same filter shows when it is given at once.
  @Test func aFilterBeingTypedShowsWhatItShowsAtOnce() throws {
    var bench = try Bench()
    bench.press("F")
    var typed = ""
    for key in ["d", "e", "a", "DEL", "DEL", "DEL", "k", "a", "DEL", "DEL", "t", "i", "DEL"] {
      if key == "DEL" {
        bench.send(.input(.key(Key(.backspace))))
        typed.removeLast()
      } else {
        bench.type(key)
        typed += key
      }
      var other = try Bench()
      other.press("F")
      other.send(.input(.paste(typed)))
      #expect(bench.model.filter.text == typed)
      #expect(bench.model.list.shown == other.model.list.shown, "\(typed)")
    }
  }

  /// An order that is asked for again is the same, also when the list has changed meanwhile.
  @Test func sortingAgainGivesTheSameOrder() throws {
    var bench = try Bench()
    let orders = ["c", "d", "b", "s", "c", "d"].map { key in
      bench.press("S \(key)")
      return bench.model.list.shown
    }
    #expect(orders[0] == orders[4])
    #expect(orders[1] == orders[5])
    let titles = orders[0].compactMap { bench.model.list.entries[$0].summary?.title }
    #expect(titles == titles.sorted())
    bench.send(.found([LogEntry(id: bench.model.list.entries.count, path: "samples/a-new.txt")]))
    bench.press("S d S c")
    #expect(bench.model.list.shown.count == orders[0].count + 1)
  }
}
