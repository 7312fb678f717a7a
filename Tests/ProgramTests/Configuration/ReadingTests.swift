import Screen
import Testing
import Workbench

@testable import bisectty

@Suite struct ReadingTests {
  private func read(_ text: String) -> Configuration.Reading {
    Configuration.read(Array(text.utf8))
  }

  @Test func nothingSetsNothing() {
    #expect(read("").configuration == Configuration())
    #expect(read("\u{FEFF}# only a comment").problems.isEmpty)
  }

  @Test func theFileForABeginningEqualsTheDefaults() {
    let reading = read(Configuration.defaultText)
    #expect(reading.problems == [])
    #expect(reading.configuration == Configuration())
    for info in Action.all { #expect(Configuration.defaultText.contains("\n\(info.name) = [")) }
    for role in Role.allCases { #expect(Configuration.defaultText.contains("#   \(role.name): ")) }
  }

  @Test func theThemeOfTheFileForABeginningCanBeUncommented() {
    let theme = "[theme.mine]"
    let example = Configuration.defaultText.split(separator: "\n")
      .drop { !$0.contains(theme) }.prefix(4).map { $0.dropFirst(2) }.joined(separator: "\n")
    let reading = read("[options]\ntheme = \"mine\"\n" + example)
    #expect(reading.problems == [])
    #expect(
      reading.configuration.theme(for: .direct)[.crashed]
        == Style(foreground: .palette(1), attributes: .bold))
  }

  @Test func everyOptionIsRead() {
    let reading = read(
      """
      [options]
      theme = "light"
      colors = "16"
      glyphs = "ascii"
      mouse = false
      session = false
      sort = "path"
      group = "culprit"
      generic-frames = true
      wrap = "stack, raw"
      fetch = "never"
      fetch-hosts = "syzkaller.appspot.com lore.kernel.org"
      kernel = "~/linux"
      editor = "vi"
      pager = "more"
      copy = "wl-copy"
      """)
    #expect(reading.problems == [])
    var options = Options()
    options.theme = "light"
    options.colors = .palette16
    options.glyphs = .ascii
    options.mouse = false
    options.session = false
    options.sort = .path
    options.grouping = .culprit
    options.showsGenericFrames = true
    options.wrapped = [.stack, .rawText]
    options.mayFetch = false
    options.fetchHosts = ["syzkaller.appspot.com", "lore.kernel.org"]
    options.kernel = "~/linux"
    options.programs = [
      "BISECTTY_EDITOR": "vi", "BISECTTY_PAGER": "more", "BISECTTY_COPY": "wl-copy",
    ]
    #expect(reading.configuration.options == options)
    for option in OptionInfo.all { #expect(option.text(options) != option.text(Options())) }
  }

  @Test(arguments: [
    ("[options]\ntehme = \"dark\"", 2, "unknown key 'tehme' in [options]; did you mean 'theme'?"),
    ("[option]\ntheme = \"dark\"", 1, "unknown table [option]; did you mean [options]?"),
    ("theme = \"dark\"", 1, "'theme' is in no table; write it below a line [options]"),
    ("[options]\ntheme = \"drak\"", 2, "there is no theme 'drak'; did you mean 'dark'?"),
    ("[options]\nmouse = \"yes\"", 2, "'mouse' must be true or false, without quotes"),
    (
      "[options]\nglyphs = \"utf8\"", 2,
      "'glyphs' must be \"auto\", \"unicode\" or \"ascii\""
    ),
    (
      "[options]\nwrap = \"logs\"", 2,
      "'wrap' must be \"none\", \"all\" or names of panes: results, stack or raw"
    ),
    (
      "[keys]\nnext-fram = []", 2,
      "unknown command 'next-fram' in [keys]; did you mean 'next-frame'?"
    ),
    ("[keys]\nnext-frame = 3", 2, "'next-frame' must be a list of keys such as [\"j\", \"Down\"]"),
    (
      "[keys]\nnext-frame = [\n  3]", 3,
      "'next-frame' has a number for a key; write keys in quotes"
    ),
    (
      "[keys]\nnext-frame = [\"Hyper-x\"]", 2,
      "'Hyper-x' of 'next-frame' is no key; keys are written like j, C-d, A-x, F1, PageDown"
    ),
    ("[keys]\nquit = []", 2, "'quit' must keep a key, or there is no way out"),
    ("[theme]\n", 1, "a theme needs a name: [theme.NAME]"),
    (
      "[theme.dark]\ncrashed = \"red\"", 1,
      "'dark' is a theme of the program; choose another name for yours"
    ),
    (
      "[theme.mine]\ncrahsed = \"red\"", 2,
      "unknown key 'crahsed' in [theme.mine]; did you mean 'crashed'?"
    ),
    (
      "[theme.mine]\ncrashed = { bodl = true }", 2,
      "unknown key 'bodl' in a look; did you mean 'bold'?"
    ),
    (
      "[theme.mine]\nbase = \"drak\"", 2,
      "'base' must be \"terminal\", \"dark\", \"light\", \"high-contrast\" or \"monochrome\""
    ),
  ])
  func aProblemNamesItsLineAndKey(_ text: String, _ line: Int, _ message: String) {
    let reading = read(text)
    #expect(reading.problems == [ConfigurationProblem(line: line, message)])
    #expect(reading.configuration.options == Options())
    #expect(reading.configuration.keymap == .standard)
  }

  @Test func allProblemsAreToldInOrderAndTheRestCounts() {
    let reading = read(
      "[options]\nsort = \"path\"\nx = 1\n[theme.mine]\nmatch = \"pink\"\n[keys]\ny = []\nz = ?")
    #expect(reading.problems.map(\.line) == [3, 5, 7, 8])
    #expect(reading.configuration.options.sort == .path)
  }

  @Test func tooLargeAFileIsNotRead() {
    let reading = Configuration.read(Array(repeating: 0x20, count: Configuration.sizeLimit + 1))
    #expect(reading.problems.count == 1)
  }
}
