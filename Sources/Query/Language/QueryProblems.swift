extension QueryProblem {
  /// Something wrong at a place.
  static func mistake(_ range: Range<Int>, _ message: String) -> QueryProblem {
    QueryProblem(kind: .mistake, range: range, message: message)
  }

  /// Something to be continued at a place.
  static func unfinished(_ range: Range<Int>, _ message: String) -> QueryProblem {
    QueryProblem(kind: .unfinished, range: range, message: message)
  }

  /// A name that no field has.
  static func unknownField(
    _ name: String, _ range: Range<Int>, names: [String]
  ) -> QueryProblem {
    let hint =
      NearestName.among(names, to: name).map { "did you mean `\($0)`?" }
      ?? "put the text in quotes to search for it"
    return .mistake(range, "no field named `\(name.shownShort)`; \(hint)")
  }
}

extension String {
  /// The text for a message: cut to 40 characters, controls as `?`.
  var shownShort: String {
    let shown = unicodeScalars.prefix(40).map { scalar in
      scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? "?" : String(scalar)
    }
    return shown.joined() + (unicodeScalars.count > 40 ? "…" : "")
  }
}
