/// Which part of a text that is too long stays.
package enum KeptPart: Hashable, Sendable {
  /// The beginning, as of a sentence.
  case start
  /// The end, as of a path.
  case end
  /// Both ends, as of an identifier.
  case bothEnds
}

/// How a text is aligned in its space.
package enum TextAlignment: Hashable, Sendable {
  /// At the left edge.
  case left
  /// At the right edge.
  case right
  /// In the middle.
  case center
}

extension Substring {
  /// Its width on a screen, in columns.
  package var displayWidth: Int { plainWidth ?? Glyphs(self).columns }

  /// Its width in columns if each of its scalars is plain: one column, safe to show, and drawn the
  /// same in any context; nil for any other text.
  package var plainWidth: Int? {
    utf8.withContiguousStorageIfAvailable(PlainScalar.count) ?? nil
  }

  /// The text without what lies so far from both ends that it is cut in any case.
  ///
  /// A title can be as long as its log; going through all of it for each frame would take seconds.
  private func nearEnds(_ columns: Int) -> Substring {
    let most = 4096 + 32 * Swift.max(0, columns)
    guard utf8.count > 8 * most else { return self }
    return Substring(unicodeScalars.prefix(most)) + Substring(unicodeScalars.suffix(most))
  }

  /// The text made safe and cut to at most so many columns, with a mark where something is missing.
  package func cut(
    toWidth columns: Int, keeping part: KeptPart = .start, mark: Character = "…"
  ) -> String {
    if let width = plainWidth {
      return cutPlain(width: width, toWidth: columns, keeping: part, mark: mark)
    }
    let glyphs = Array(Glyphs(nearEnds(columns)))
    let width = glyphs.columns
    guard width > columns else { return glyphs.text }
    guard columns > 0 else { return "" }
    let room = columns - 1
    switch part {
    case .start: return glyphs.prefix(columns: room).text + String(mark)
    case .end: return String(mark) + glyphs.suffix(columns: room).text
    case .bothEnds:
      let left = glyphs.prefix(columns: (room + 1) / 2)
      let right = glyphs.suffix(columns: room - left.columns)
      return left.text + String(mark) + right.text
    }
  }

  /// The same of a plain text, whose scalars are its columns.
  private func cutPlain(
    width: Int, toWidth columns: Int, keeping part: KeptPart, mark: Character
  ) -> String {
    guard width > columns else { return String(self) }
    guard columns > 0 else { return "" }
    let room = columns - 1
    let left = part == .start ? room : part == .end ? 0 : (room + 1) / 2
    let start = unicodeScalars.index(startIndex, offsetBy: left)
    let end = unicodeScalars.index(endIndex, offsetBy: left - room)
    return String(self[..<start]) + String(mark) + String(self[end...])
  }
}

extension String {
  /// Its width on a screen, in columns.
  package var displayWidth: Int { self[...].displayWidth }

  /// As ``Swift/Substring/plainWidth``.
  package var plainWidth: Int? { self[...].plainWidth }

  /// The text made safe and cut to at most so many columns, with a mark where something is missing.
  package func cut(
    toWidth columns: Int, keeping part: KeptPart = .start, mark: Character = "…"
  ) -> String {
    self[...].cut(toWidth: columns, keeping: part, mark: mark)
  }
}

extension StringProtocol {
  /// The text as a screen shows it, without anything that could drive a terminal.
  ///
  /// Control characters become their pictures, tabs blanks, and what turns or hides text U+FFFD.
  package var shownSafely: String {
    var text = ""
    for glyph in Glyphs(Substring(self)) { text.append(glyph.character) }
    return text
  }

  /// The text made safe and filled up with blanks to at least so many columns.
  package func padded(toWidth columns: Int, alignment: TextAlignment = .left) -> String {
    let missing = Swift.max(0, columns - Substring(self).displayWidth)
    let left: Int
    switch alignment {
    case .left: left = 0
    case .right: left = missing
    case .center: left = missing / 2
    }
    let blanks = { (count: Int) in String(repeating: " ", count: count) }
    return blanks(left) + shownSafely + blanks(missing - left)
  }

  /// The text in exactly so many columns: cut where it is too long, filled where it is too short.
  package func fitted(
    toWidth columns: Int, keeping part: KeptPart = .start, alignment: TextAlignment = .left
  ) -> String {
    Substring(self).cut(toWidth: columns, keeping: part).padded(
      toWidth: columns, alignment: alignment)
  }
}

extension [Glyph] {
  /// As many glyphs from the start as fit.
  fileprivate func prefix(columns: Int) -> ArraySlice<Glyph> {
    var room = columns
    let end = firstIndex { glyph in
      room -= glyph.columns
      return room < 0
    }
    return self[..<(end ?? endIndex)]
  }

  /// As many glyphs from the end as fit.
  fileprivate func suffix(columns: Int) -> ArraySlice<Glyph> {
    var room = columns
    let before = lastIndex { glyph in
      room -= glyph.columns
      return room < 0
    }
    return self[(before.map { $0 + 1 } ?? startIndex)...]
  }
}

extension Sequence<Glyph> {
  /// How many columns they take up together.
  var columns: Int { reduce(0) { $0 + $1.columns } }

  fileprivate var text: String { reduce(into: "") { $0.append($1.character) } }
}
