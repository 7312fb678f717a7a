import Screen

/// How many columns texts take, and texts cut to columns.
enum TextWidth {
  static func columns(of text: String) -> Int { text.count }
  static func cut(_ text: String, to columns: Int) -> String {
    text.count <= columns ? text : String(text.prefix(columns - 1)) + "…"
  }
  static func cutStart(_ text: String, to columns: Int) -> String {
    text.count <= columns ? text : "…" + String(text.suffix(columns - 1))
  }
  static func prefix(_ text: String, columns: Int) -> String { String(text.prefix(columns)) }
}
