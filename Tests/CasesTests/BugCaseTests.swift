import Cases
import Testing

@Suite struct BugCaseTests {
  @Test func knowsNothingAtFirst() {
    let bugCase = BugCase()
    #expect(bugCase.claim == nil)
    #expect(bugCase.bug == BugCase.Bug())
  }
}
