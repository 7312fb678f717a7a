/// Whether, and how, a piece of plain text stands out on a terminal.
package struct TextStyling: Sendable {
  /// What a piece of text is.
  enum Kind: String {
    /// Something above other things.
    case heading = "1"
    /// What matters least.
    case dim = "2"
    case crashed = "31"
    case passed = "32"
    case unclear = "33"
    /// A crash of another bug.
    case foreign = "35"
  }

  private let isOn: Bool

  /// Text as it is, for pipes and files.
  package static let plain = TextStyling(isOn: false)
  /// Text in the eight colours that every terminal has, each as its owner set it.
  package static let colored = TextStyling(isOn: true)

  /// The text in the look of what it is.
  func styled(_ text: String, _ kind: Kind?) -> String {
    guard isOn, let kind, text.contains(where: { $0 != " " }) else { return text }
    return "\u{1B}[\(kind.rawValue)m\(text)\u{1B}[0m"
  }

  /// A trust in the look of how far it goes.
  func trust(_ text: String, _ probability: Double?) -> String {
    styled(text, probability.map { $0 < 0.35 ? .crashed : $0 >= 0.65 ? .passed : .unclear })
  }
}
