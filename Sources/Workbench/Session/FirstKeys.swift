import Reviews

extension Status {
  /// The keys to begin with, for someone who has never used the program.
  package static func firstKeys(_ keymap: Keymap) -> Status {
    let first: [(Action, String)] = [
      (.focusNext, "next pane"), (.suspectStep, "suspect"), (.guiltyFrame, "guilty frame"),
      (.decide(.wrong), "wrong"), (.help, "all keys"),
    ]
    let hints = first.compactMap { action, words in
      keymap.keys(for: action).first.map { "\($0) \(words)" }
    }
    return Status("New here?  " + hints.joined(separator: " · "), .notice)
  }
}
