extension Link {
  /// The text as terminals link it (OSC 8); `text` must be safe to print already.
  package func terminalHyperlink(around text: String) -> String {
    "\u{1b}]8;;\(url)\u{1b}\\\(text)\u{1b}]8;;\u{1b}\\"
  }
}
