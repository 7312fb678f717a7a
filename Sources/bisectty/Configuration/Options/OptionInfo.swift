/// What is known about an option.
struct OptionInfo: Sendable {
  /// Its name in the file.
  let name: String
  /// What it does, in one sentence without a full stop.
  let sentence: String
  /// What it can be, in words.
  let choices: String
  /// What it is in some options, as it is written in the file.
  let text: @Sendable (Options) -> String
  /// Sets it to a value of a file; throws what the value must be where it is not that.
  let set: @Sendable (TOMLValue, inout Options) throws(Expectation) -> Void

  /// What a value must be, as the end of the sentence "it must be".
  struct Expectation: Error {
    var text: String
  }
}

extension OptionInfo {
  /// An option that is on or off.
  static func flag(
    _ name: String, _ path: any WritableKeyPath<Options, Bool> & Sendable, _ sentence: String
  ) -> OptionInfo {
    OptionInfo(
      name: name, sentence: sentence, choices: "true or false",
      text: { $0[keyPath: path] ? "true" : "false" }
    ) { value, options throws(Expectation) in
      guard case .boolean(let isOn) = value.kind else {
        throw Expectation(text: "true or false, without quotes")
      }
      options[keyPath: path] = isOn
    }
  }

  /// An option that is one of some words.
  static func word<Value: Sendable & Equatable>(
    _ name: String, _ path: any WritableKeyPath<Options, Value> & Sendable,
    _ words: [(word: String, value: Value)], _ sentence: String
  ) -> OptionInfo {
    let all = words.map { "\"\($0.word)\"" }.listed
    return OptionInfo(
      name: name, sentence: sentence, choices: all,
      text: { options in
        let word = words.first { $0.value == options[keyPath: path] }?.word
        return TOMLText.quoted(word ?? "")
      }
    ) { value, options throws(Expectation) in
      guard let chosen = words.first(where: { $0.word == value.string }) else {
        throw Expectation(text: all)
      }
      options[keyPath: path] = chosen.value
    }
  }

  /// An option that is any text.
  static func text(
    _ name: String, choices: String, _ sentence: String,
    get: @escaping @Sendable (Options) -> String,
    set: @escaping @Sendable (String, inout Options) -> Void
  ) -> OptionInfo {
    OptionInfo(
      name: name, sentence: sentence, choices: choices, text: { TOMLText.quoted(get($0)) }
    ) { value, options throws(Expectation) in
      guard let text = value.string else { throw Expectation(text: "a text in quotes") }
      set(text, &options)
    }
  }
}

extension [String] {
  /// The texts as a list in a sentence: `a, b or c`.
  var listed: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " or " + last
  }
}
