import ChildProcess

/// The program that copies its standard input to the clipboard, from `$BISECTTY_COPY`: `wl-copy`,
/// `xclip -selection clipboard`, `tmux load-buffer -`.
struct CopyProgram: Equatable {
  private let words: CommandWords

  /// The program that the environment names; nil if it names none.
  init?(environment: (String) -> String?) {
    guard let words = environment("BISECTTY_COPY").flatMap({ CommandWords($0) }) else { return nil }
    self.words = words
  }

  /// Its name without its folder.
  var name: String { words.name }

  /// Passes it a text; returns a short reason on failure, nil on success.
  func copy(_ text: String) -> String? {
    let command = ChildCommand(
      words.program, words.arguments, input: Array(text.utf8), discardsOutput: true)
    do {
      let status = try command.run(limits: ChildLimits(milliseconds: 3_000)).status
      return status == 0 ? nil : "it ended with status \(status)"
    } catch {
      return error.reason
    }
  }
}
