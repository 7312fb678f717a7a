import Screen

/// The small program around the terminal on a terminal of its own.
extension PseudoTerminal {
  /// Starts it and waits for its first frame.
  package static func probe(
    _ arguments: [String] = [], environment: [String: String?] = [:],
    size: ScreenSize = ScreenSize(rows: 24, columns: 80), standardInput: String? = nil,
    standardOutput: String? = nil, blockedSignals: [Int32] = []
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      [BuiltProducts.program("TerminalProbe")] + arguments, environment: environment, size: size,
      standardInput: standardInput, standardOutput: standardOutput, blockedSignals: blockedSignals)
    _ = terminal.waitFor { $0.text.contains("event 0: none") }
    return terminal
  }

  /// The last event it tells, without its number.
  package var lastEvent: String { Self.lastEvent(screen) }

  /// The last event on a screen, without its number and without the mark in the corner.
  package static func lastEvent(_ screen: TerminalEmulator) -> String {
    let line = screen.line(screen.size.rows - 1)
    guard let colon = line.firstIndex(of: ":") else { return "" }
    let text = line[colon...].dropFirst(2)
    guard text.last == "X" else { return String(text) }
    return String(text.dropLast().reversed().drop { $0 == " " }.reversed())
  }

  /// Whether everything is as it was before a program took the screen.
  package var isRestored: Bool {
    disciplineIsRestored && !screen.hidesCursor
      && screen.modes.isDisjoint(with: ["?1049", "?2004", "?1000", "?1002", "?1006", "?1"])
  }

  /// Everything written, as text.
  package var writtenText: String { String(decoding: written, as: UTF8.self) }
}
