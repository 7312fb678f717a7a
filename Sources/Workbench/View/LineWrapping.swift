import Screen

extension StyledLine {
  /// The line broken into lines of at most some columns; each but the first is indented.
  ///
  /// It breaks after a blank in the last third of a line, else between any two characters; wide
  /// characters stay whole, and marks stay with what they are on. Nothing is left out.
  func wrapped(columns: Int, indent: Int = 0) -> [StyledLine] {
    let limit = max(2, columns)
    guard width > limit else { return [self] }
    let indent = limit < 20 ? 0 : min(indent, limit / 2)
    let text = self.text
    let breaks =
      text.utf8.count == width
      ? LineBreaks.ofPlain(Array(text.utf8), first: limit, others: limit - indent)
      : LineBreaks.of(text, first: limit, others: limit - indent)
    var lines: [StyledLine] = []
    var start = 0
    for end in breaks + [text.utf8.count] {
      var line = StyledLine()
      if start > 0 {
        line.add(String(repeating: " ", count: indent))
        line.indent = indent
      }
      line.add(piece(start..<end))
      lines.append(line)
      start = end
    }
    return lines
  }

  /// How many lines ``wrapped(columns:indent:)`` gives.
  func wrappedCount(columns: Int, indent: Int = 0) -> Int {
    width > max(2, columns) ? wrapped(columns: columns, indent: indent).count : 1
  }

  /// The beginning of up to some columns, and the rest.
  func split(column: Int) -> (head: StyledLine, tail: StyledLine) {
    var end = 0
    var left = column
    search: for part in parts {
      for character in part.text {
        left -= String(character).displayWidth
        if left < 0 { break search }
        end += character.utf8.count
      }
    }
    return (piece(0..<end), piece(end..<Int.max))
  }

  /// The part of the line in some bytes of its text's UTF-8, which begin and end between characters.
  private func piece(_ bytes: Range<Int>) -> StyledLine {
    var line = StyledLine()
    var offset = 0
    for part in parts {
      let size = part.text.utf8.count
      let inside = bytes.clamped(to: offset..<offset + size)
      if inside.count == size {
        line.add(part.text, part.role)
      } else if !inside.isEmpty {
        let utf8 = part.text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: inside.lowerBound - offset)
        let end = utf8.index(start, offsetBy: inside.count)
        line.add(String(part.text[start..<end]), part.role)
      }
      offset += size
    }
    return line
  }
}

/// Where a text is broken, as offsets in its UTF-8.
private enum LineBreaks {
  /// Of a text whose bytes take a column each.
  static func ofPlain(_ bytes: [UInt8], first: Int, others: Int) -> [Int] {
    var breaks: [Int] = []
    var start = 0
    var limit = first
    while bytes.count - start > limit {
      let end = start + limit
      let blank = bytes[(start + limit * 2 / 3)..<end].lastIndex(of: UInt8(ascii: " "))
      start = blank.map { $0 + 1 } ?? end
      breaks.append(start)
      limit = others
    }
    return breaks
  }

  /// Of any text.
  static func of(_ text: String, first: Int, others: Int) -> [Int] {
    var breaks: [Int] = []
    var (limit, width, offset) = (first, 0, 0)
    var blank: (offset: Int, width: Int)?
    for character in text {
      let size = String(character).displayWidth
      if width + size > limit, width > 0 {
        if let late = blank, late.width > limit * 2 / 3 {
          breaks.append(late.offset)
          width -= late.width
        } else {
          breaks.append(offset)
          width = 0
        }
        blank = nil
        limit = others
      }
      width += size
      offset += character.utf8.count
      if character == " " { blank = (offset, width) }
    }
    return breaks
  }
}
