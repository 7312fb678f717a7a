extension FieldTable {
  /// The test that a person perhaps meant by a bare word, such as `outcome:timeout` by `timeout`;
  /// nil if no field has a choice that begins so.
  package func test(meantBy text: String) -> String? {
    let word = text.filter { $0 != " " }.asciiLowered
    guard word.utf8.count > 2, text.split(separator: " ").count == 1 else { return nil }
    for field in fields {
      guard case .enumeration(let choices) = field.kind,
        let choice = choices.first(where: { $0.asciiLowered.hasPrefix(word) })
      else { continue }
      return "\(field.name):\(choice)"
    }
    return nil
  }
}
