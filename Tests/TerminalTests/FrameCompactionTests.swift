import Screen
import TestSupport
import Testing

@testable import Terminal

@Suite struct FrameCompactionTests {
  private func compacted(_ frame: String) -> String {
    String(decoding: FrameCompaction.compacted(Array(frame.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("", ""),
    ("text", "text"),
    // A reset takes the place of the attributes right before it.
    ("\u{1B}[0;31m\u{1B}[39m\u{1B}[mtext", "\u{1B}[mtext"),
    // Until the first one the attributes are those of the frame before.
    ("\u{1B}[31m\u{1B}[39m\u{1B}[mtext", "\u{1B}[31m\u{1B}[39m\u{1B}[mtext"),
    ("\u{1B}[m\u{1B}[0;2mtext", "\u{1B}[0;2mtext"),
    // What is drawn or moved between them stays as it was.
    ("\u{1B}[31mred\u{1B}[m", "\u{1B}[31mred\u{1B}[m"),
    ("\u{1B}[7m\u{1B}[K\u{1B}[m", "\u{1B}[7m\u{1B}[K\u{1B}[m"),
    ("\u{1B}[7m\u{1B}[2;3H\u{1B}[m", "\u{1B}[7m\u{1B}[2;3H\u{1B}[m"),
    // Attributes that are no reset add to those before them.
    ("\u{1B}[1m\u{1B}[31mtext", "\u{1B}[1m\u{1B}[31mtext"),
    ("\u{1B}[38;5;208m\u{1B}[48;5;0mtext", "\u{1B}[38;5;208m\u{1B}[48;5;0mtext"),
    // What is known to be set is not set again, and several attributes need one sequence.
    ("\u{1B}[m\u{1B}[0;1m\u{1B}[31mab\u{1B}[0;1m\u{1B}[31mc", "\u{1B}[0;1;31mabc"),
    ("\u{1B}[0;2ma\u{1B}[0;2m\u{1B}[36mb\u{1B}[m", "\u{1B}[0;2ma\u{1B}[36mb\u{1B}[m"),
    // The colour of letters does not show on blanks; a background does, also on what is erased.
    ("\u{1B}[0;2ma\u{1B}[m \u{1B}[0;2mb\u{1B}[m", "\u{1B}[0;2ma b\u{1B}[m"),
    ("\u{1B}[ma\u{1B}[31m \u{1B}[m\u{1B}[3Xb", "\u{1B}[ma \u{1B}[3Xb"),
    ("\u{1B}[ma\u{1B}[41m \u{1B}[mb", "\u{1B}[ma\u{1B}[41m \u{1B}[mb"),
    ("\u{1B}[ma\u{1B}[7m\u{1B}[K\u{1B}[mb", "\u{1B}[ma\u{1B}[7m\u{1B}[K\u{1B}[mb"),
    // A sequence that is unknown is sent as it is, and what was set before it is not relied on.
    ("\u{1B}[ma\u{1B}[58;5;1mb\u{1B}[mc", "\u{1B}[ma\u{1B}[58;5;1mb\u{1B}[mc"),
    // The character set is sent once, between attributes, too.
    ("\u{1B}(B\u{1B}[ma\u{1B}(B\u{1B}[0;1mb", "\u{1B}(B\u{1B}[ma\u{1B}[1mb"),
    ("\u{1B}[m\u{1B}(B\u{1B}[0;2m\u{1B}(B\u{1B}[mx", "\u{1B}(B\u{1B}[mx"),
    ("a\u{1B}(0q\u{1B}(B\u{1B}[m\u{1B}[m", "a\u{1B}(0q\u{1B}(B\u{1B}[m\u{1B}[m"),
    // Sequences that are cut or of another kind.
    ("\u{1B}", "\u{1B}"), ("\u{1B}[", "\u{1B}["), ("\u{1B}[31", "\u{1B}[31"),
    ("\u{1B}[?25l\u{1B}[m", "\u{1B}[?25l\u{1B}[m"), ("\u{1B}[>4m\u{1B}[m", "\u{1B}[>4m\u{1B}[m"),
  ])
  func frames(frame: String, expected: String) {
    #expect(compacted(frame) == expected)
  }

  /// How a cell looks: the colour of letters does not show on a blank.
  private func look(_ terminal: TerminalEmulator, _ row: Int, _ column: Int) -> Style {
    let style = terminal.style(row: row, column: column)
    let isPlain = terminal.isBlank(row: row, column: column) && !style.showsOnBlanks
    return isPlain ? .plain : style
  }

  /// A terminal shows the same, whatever the sequences, and goes on with the same pen.
  @Test(arguments: 1...200)
  func aTerminalShowsTheSame(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "\u{1B}(B", "\u{1B}[m", "\u{1B}[0;2m", "\u{1B}[0m", "\u{1B}[31m", "\u{1B}[39m", "\u{1B}[1m",
      "\u{1B}[7m", "\u{1B}[K", "\u{1B}[3;7H", "\u{1B}[C", "\r", "text", "│", "\u{1B}[38;5;208m",
      " ", "  a ", "\u{1B}[0;1m", "\u{1B}[41m", "\u{1B}[48;2;1;2;3m", "\u{1B}[49m", "\u{1B}[22m",
      "\u{1B}[27m", "\u{1B}[4X", "\u{1B}[2P", "\u{1B}[L", "\u{1B}[1J", "\u{1B}[4m", "\n", "\u{8}",
    ]
    let frame = (0..<90).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    let next = "\u{1B}[8;1Hx"
    let size = ScreenSize(rows: 8, columns: 30)
    let plain = TerminalEmulator(size: size)
    let short = TerminalEmulator(size: size)
    plain.feed((frame + next).utf8)
    short.feed(FrameCompaction.compacted(Array(frame.utf8)) + Array(next.utf8))
    #expect(short.text == plain.text)
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        #expect(look(short, row, column) == look(plain, row, column))
      }
    }
  }
}
