import CNcurses
import Glibc
import Screen
import Testing

@testable import Terminal

/// What is handed to ncurses.
@MainActor
@Suite(.serialized) struct CellPainterTests {
  init() throws {
    try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil, "needs the locale C.UTF-8")
  }

  /// ncurses counts columns by the C library; where the widths of the cells differed from it, a
  /// question mark would stand for a character that could be shown.
  @Test func widthsAgreeWithTheLibrary() {
    var disagreements: [String] = []
    for value in UInt32(0x20)...0x3ffff {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      guard text.shownSafely == text else { continue }
      let known = Int(wcwidth(wchar_t(bitPattern: value)))
      // Swift may know newer characters than the library.
      if known >= 0, known != text.displayWidth {
        disagreements.append("U+" + String(value, radix: 16))
      }
    }
    // A sign of Ahom, which Unicode made a character of its own after the library's tables.
    #expect(Set(disagreements).isSubset(of: ["U+1171e"]), "\(disagreements.prefix(100))")
  }

  @Test func marksStayAndFlagsAreTwo() {
    let accent = Cell(character: "e\u{301}", width: 1, style: .plain)
    #expect(CellPainter.drawable(accent, unicode: true) == [["e", "\u{301}"]])
    let flag = Cell(character: "🇩🇪", width: 2, style: .plain)
    #expect(CellPainter.drawable(flag, unicode: true) == [["\u{1f1e9}"], ["\u{1f1ea}"]])
    #expect(CellPainter.drawable(flag, unicode: false) == [["?"], ["?"]])
  }

  @Test func aWidthTheLibraryDoesNotShareIsNotSent() {
    let claimed = Cell(character: "中", width: 1, style: .plain)
    #expect(CellPainter.drawable(claimed, unicode: true) == [["?"]])
    let control = Cell(character: "\u{1b}", width: 1, style: .plain)
    #expect(CellPainter.drawable(control, unicode: true) == [["?"]])
  }
}
