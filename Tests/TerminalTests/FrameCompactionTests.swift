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
    ("\u{1B}[31m\u{1B}[39m\u{1B}[mtext", "\u{1B}[mtext"),
    ("\u{1B}[m\u{1B}[0;2mtext", "\u{1B}[0;2mtext"),
    // What is drawn or moved between them stays as it was.
    ("\u{1B}[31mred\u{1B}[m", "\u{1B}[31mred\u{1B}[m"),
    ("\u{1B}[7m\u{1B}[K\u{1B}[m", "\u{1B}[7m\u{1B}[K\u{1B}[m"),
    ("\u{1B}[7m\u{1B}[2;3H\u{1B}[m", "\u{1B}[7m\u{1B}[2;3H\u{1B}[m"),
    // Attributes that are no reset add to those before them.
    ("\u{1B}[1m\u{1B}[31mtext", "\u{1B}[1m\u{1B}[31mtext"),
    ("\u{1B}[38;5;208m\u{1B}[48;5;0mtext", "\u{1B}[38;5;208m\u{1B}[48;5;0mtext"),
    // The character set is sent once, between attributes, too.
    ("\u{1B}(B\u{1B}[ma\u{1B}(B\u{1B}[0;1mb", "\u{1B}(B\u{1B}[ma\u{1B}[0;1mb"),
    ("\u{1B}[m\u{1B}(B\u{1B}[0;2m\u{1B}(B\u{1B}[mx", "\u{1B}(B\u{1B}[mx"),
    ("a\u{1B}(0q\u{1B}(B\u{1B}[m\u{1B}[m", "a\u{1B}(0q\u{1B}(B\u{1B}[m\u{1B}[m"),
    // Sequences that are cut or of another kind.
    ("\u{1B}", "\u{1B}"), ("\u{1B}[", "\u{1B}["), ("\u{1B}[31", "\u{1B}[31"),
    ("\u{1B}[?25l\u{1B}[m", "\u{1B}[?25l\u{1B}[m"), ("\u{1B}[>4m\u{1B}[m", "\u{1B}[>4m\u{1B}[m"),
  ])
  func frames(frame: String, expected: String) {
    #expect(compacted(frame) == expected)
  }

  /// A terminal shows the same, whatever the sequences.
  @Test(arguments: 1...200)
  func aTerminalShowsTheSame(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "\u{1B}(B", "\u{1B}[m", "\u{1B}[0;2m", "\u{1B}[0m", "\u{1B}[31m", "\u{1B}[39m", "\u{1B}[1m",
      "\u{1B}[7m", "\u{1B}[K", "\u{1B}[3;7H", "\u{1B}[C", "\r", "text", "│", "\u{1B}[38;5;208m",
    ]
    let frame = (0..<60).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    let size = ScreenSize(rows: 8, columns: 30)
    let plain = TerminalEmulator(size: size)
    let short = TerminalEmulator(size: size)
    plain.feed(frame.utf8)
    short.feed(FrameCompaction.compacted(Array(frame.utf8)))
    #expect(short.text == plain.text)
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        #expect(short.style(row: row, column: column) == plain.style(row: row, column: column))
      }
    }
  }
}
