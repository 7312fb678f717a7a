/// The two words of a bisection: `bad` and `good`, `new` and `old`, or a person's own.
struct GitTerms {
  /// The word for revisions with the change that is hunted.
  var new: ByteView?
  /// The word for revisions before it.
  var old: ByteView?

  /// The verdict that a word gives git; nil if the text does not show which of the two it is.
  func verdict(_ word: ByteView) -> GitVerdict? {
    if word.equals("skip") { return .skip }
    if let new, word.hasSameBytes(as: new) { return .bad }
    if let old, word.hasSameBytes(as: old) { return .good }
    if word.equals("bad") || word.equals("new") { return .bad }
    if word.equals("good") || word.equals("old") { return .good }
    // With one word known, any other is its opposite.
    return new != nil ? .good : old != nil ? .bad : nil
  }

  /// Parses an option of `git bisect start`; false if it is none of the terms.
  mutating func take(option: ByteView) -> Bool {
    if let word = option.after("--term-new=") ?? option.after("--term-bad=") {
      new = word
    } else if let word = option.after("--term-old=") ?? option.after("--term-good=") {
      old = word
    } else {
      return false
    }
    return true
  }

  /// Which way a bisection with these terms goes.
  ///
  /// Someone who calls the later revisions fixed is looking for a fix; `new` and `old` imply
  /// neither.
  var direction: Direction {
    guard let new else { return .cause }
    if new.equals("bad") { return .cause }
    let isFix =
      new.equals("fixed") || new.equals("good") || new.equals("pass") || new.equals("ok")
      || new.equals("working")
    return isFix ? .fix : new.equals("new") ? .unknown : .cause
  }
}

extension ByteView {
  /// Without the quotes around it that git prints since 2.55.
  var unquoted: ByteView {
    self[0] == Ascii.apostrophe && last == Ascii.apostrophe && count >= 2
      ? dropping(1).droppingLast(1) : self
  }
}
