import Screen
import Testing

@testable import bisectty

@Suite struct EditorTests {
  @Test(arguments: [
    ("vi", ["+12", "fs/aio.c"]), ("nano -w", ["-w", "+12", "fs/aio.c"]),
    ("/usr/bin/emacsclient -t", ["-t", "+12", "fs/aio.c"]), ("hx", ["fs/aio.c:12"]),
    ("code --wait", ["--wait", "--goto", "fs/aio.c:12"]), ("kate", ["--line", "12", "fs/aio.c"]),
  ])
  func eachEditorIsToldTheLineInItsWay(setting: String, arguments: [String]) throws {
    let editor = try #require(Editor { $0 == "VISUAL" ? setting : nil })
    #expect(editor.program(opening: "fs/aio.c", line: 12).arguments == arguments)
  }

  @Test func visualGoesBeforeEditorAndNothingIsNothing() {
    #expect(Editor { ["VISUAL": "vi", "EDITOR": "ed"][$0] }?.name == "vi")
    #expect(Editor { ["VISUAL": "", "EDITOR": "ed"][$0] }?.name == "ed")
    #expect(Editor { _ in nil } == nil)
  }

  @Test func aPathIsNeverAnOption() throws {
    let editor = try #require(Editor { _ in "vi" })
    #expect(editor.program(opening: "-c:!reboot", line: 1).arguments == ["+1", "./-c:!reboot"])
  }
}
