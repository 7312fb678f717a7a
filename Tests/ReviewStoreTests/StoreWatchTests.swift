import Testing

@testable import ReviewStore

/// Which of the events in its folder are about a store.
@Suite struct StoreWatchTests {
  /// An event as inotify(7) has it: watch, mask, cookie, length of the name, the name with noughts.
  private func event(_ name: String, mask: UInt32 = 2) -> [UInt8] {
    let padded = name.isEmpty ? [] : Array(name.utf8) + [UInt8](repeating: 0, count: 3)
    return [1, mask, 0, UInt32(padded.count)]
      .flatMap { number in withUnsafeBytes(of: number) { Array($0) } } + padded
  }

  private func tells(_ events: [UInt8]) -> Bool {
    events.withUnsafeBytes { StoreWatch.tell(of: Array("reviews.sqlite".utf8), $0) }
  }

  @Test(arguments: [
    ("reviews.sqlite", true), ("reviews.sqlite-wal", true), ("build.log", false),
    ("old-reviews.sqlite", false), ("reviews", false), ("", false),
  ])
  func onlyItsOwnFilesMatter(name: String, expected: Bool) {
    #expect(tells(event(name)) == expected)
  }

  @Test func oneAmongManyIsFound() {
    #expect(tells(event("build.log") + event("") + event("reviews.sqlite")))
    #expect(!tells(event("build.log") + event("") + event("lamp")))
  }

  @Test func whatWasDroppedMayHaveBeenAboutIt() {
    #expect(tells(event("", mask: 0x4000)))
  }

  @Test func anEventThatIsCutIsNone() {
    let whole = event("reviews.sqlite")
    #expect(!tells(Array(whole.prefix(15))))
    #expect(!tells(Array(whole.prefix(20))))
  }
}
