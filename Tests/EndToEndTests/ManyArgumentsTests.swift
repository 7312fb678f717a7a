import JSON
import TestSupport
import Testing

@testable import bisectty

@Suite struct ManyArgumentsTests {
  @Test func fewStayAsTheyAre() {
    let few = ["reviews", "list", "--json", "--since", "2026", "a", "", "-", "b"]
    #expect(ManyArguments.joined(few) == few)
    #expect(ManyArguments.separated(few) == few)
  }

  @Test func manyArePutTogetherAndTakenApart() {
    let paths = (0..<500).map { $0 % 7 == 0 ? "" : "\u{301}log \($0)" }
    let joined = ManyArguments.joined(["list", "--sort", "steps"] + paths + ["--json"] + paths)
    #expect(joined.count < 150)
    #expect(joined.prefix(3) == ["list", "--sort", "steps"])
    let apart = ManyArguments.separated(Array(joined.dropFirst(3)))
    #expect(apart == paths + ["--json"] + paths)
  }

  @Test func everyPathIsListedInItsPlace() throws {
    let samples = ["culprit-right", "timeout", "build-error", "fix-found"]
    let paths = (0..<100).map { "Resources/samples/\(samples[$0 % 4]).txt" }
    let run = try CommandRun.bisectty(["list"] + paths[..<80] + ["--json"] + paths[80...])
    let listed = try run.lines.map { try JSONValue(reading: Array($0.utf8))["path"]?.string }
    #expect(listed == paths)
    let wrong = try CommandRun.bisectty(["show"] + paths)
    #expect(wrong.status == 64)
    #expect(
      wrong.errors.contains(
        "'Resources/samples/fix-found.txt', 'Resources/samples/culprit-right.txt'"))
  }
}
