/// Shortens what ncurses writes for a frame without changing what a terminal shows.
///
/// ncurses switches attributes off before it moves and for each blank, and on again after that, each
/// time with the character set: a fifth of a frame's bytes has no effect. Here attributes are sent
/// only before what shows them.
struct FrameCompaction {
  private static let escape: UInt8 = 0x1B
  private static let blank: UInt8 = 0x20
  private static let charactersOfASCII = Array("\u{1B}(B".utf8)
  private static let charactersOfLines = Array("\u{1B}(0".utf8)

  private var kept: [UInt8] = []
  private var hasCharacterSet = false
  /// The pen that the terminal has; nil as long as it is unknown.
  private var pen: Pen?
  /// The pen that ncurses asked for; nil as long as it is unknown.
  private var wanted: Pen?

  private init() {}

  /// The frame without attributes that nothing shows, and with the character set only once; as it is
  /// where it draws lines with the other character set.
  static func compacted(_ frame: [UInt8]) -> [UInt8] {
    guard !frame[...].contains(sequence: charactersOfLines) else { return frame }
    var compaction = FrameCompaction()
    compaction.kept.reserveCapacity(frame.count)
    var rest = frame[...]
    while !rest.isEmpty { compaction.takePiece(of: &rest) }
    // The next frame begins with what ncurses believes to be set.
    compaction.applyPen()
    return compaction.kept
  }

  /// Takes the characters up to a sequence, or one sequence.
  private mutating func takePiece(of rest: inout ArraySlice<UInt8>) {
    guard rest.first == Self.escape else {
      let end = rest.firstIndex(of: Self.escape) ?? rest.endIndex
      take(characters: rest[..<end])
      rest = rest[end...]
      return
    }
    if rest.starts(with: Self.charactersOfASCII) {
      if !hasCharacterSet { kept += Self.charactersOfASCII }
      hasCharacterSet = true
      rest = rest.dropFirst(Self.charactersOfASCII.count)
      return
    }
    guard let length = Self.length(ofControlSequence: rest) else {
      applyPen()
      kept.append(Self.escape)
      rest = rest.dropFirst()
      return
    }
    take(sequence: rest.prefix(length))
    rest = rest.dropFirst(length)
  }

  private mutating func take(characters: ArraySlice<UInt8>) {
    var rest = characters
    while !rest.isEmpty {
      let end = rest.firstIndex { $0 > Self.blank } ?? rest.endIndex
      if end > rest.startIndex { applyPenToBlanks() }
      kept += rest[..<end]
      rest = rest[end...]
      guard !rest.isEmpty else { return }
      applyPen()
      let next = rest.firstIndex { $0 <= Self.blank } ?? rest.endIndex
      kept += rest[..<next]
      rest = rest[next...]
    }
  }

  private mutating func take(sequence: ArraySlice<UInt8>) {
    switch sequence.last {
    case UInt8(ascii: "m"): if setPen(by: sequence) { return }
    // What moves the cursor draws nothing.
    case UInt8(ascii: "A"), UInt8(ascii: "B"), UInt8(ascii: "C"), UInt8(ascii: "D"),
      UInt8(ascii: "G"), UInt8(ascii: "H"), UInt8(ascii: "d"):
      break
    // What erases, inserts or deletes leaves blanks.
    case UInt8(ascii: "J"), UInt8(ascii: "K"), UInt8(ascii: "X"), UInt8(ascii: "@"),
      UInt8(ascii: "P"), UInt8(ascii: "L"), UInt8(ascii: "M"):
      applyPenToBlanks()
    default: applyPen()
    }
    kept += sequence
  }

  /// Notes the attributes that a sequence sets; false if it has to be sent as it is.
  private mutating func setPen(by sequence: ArraySlice<UInt8>) -> Bool {
    let parameters = Self.parameters(of: sequence)
    // Until the first reset the pen is the one of the frame before.
    var changed = wanted ?? Pen()
    if let parameters, wanted != nil || parameters.first ?? 0 == 0, changed.set(parameters) {
      wanted = changed
      return true
    }
    applyPen()
    (pen, wanted) = (nil, nil)
    return false
  }

  /// Sends the attributes that are wanted where they are others than those that are set.
  private mutating func applyPen() {
    guard let wanted, wanted != pen else { return }
    kept += wanted.sequence(from: pen)
    pen = wanted
  }

  /// The same before blanks, on which the colour of letters does not show.
  private mutating func applyPenToBlanks() {
    guard let pen, let wanted, !pen.showsOnBlanks, !wanted.showsOnBlanks else { return applyPen() }
  }

  /// The numbers of a sequence that sets attributes, a missing one being 0; nil for other signs.
  private static func parameters(of sequence: ArraySlice<UInt8>) -> [Int]? {
    let text = sequence.dropFirst(2).dropLast()
    guard text.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x3B }) else { return nil }
    guard !text.isEmpty else { return [] }
    return text.split(separator: 0x3B, omittingEmptySubsequences: false).map { digits in
      digits.prefix(4).reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    }
  }

  /// The length of a control sequence (CSI); nil if there is none, or it is cut.
  private static func length(ofControlSequence bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.dropFirst().first == UInt8(ascii: "[") else { return nil }
    guard let end = bytes.dropFirst(2).firstIndex(where: { !(0x20...0x3F).contains($0) }),
      (0x40...0x7E).contains(bytes[end])
    else { return nil }
    return end - bytes.startIndex + 1
  }
}

extension ArraySlice<UInt8> {
  /// Whether some bytes occur in it.
  fileprivate func contains(sequence: [UInt8]) -> Bool {
    var rest = self
    while let start = rest.firstIndex(of: sequence[0]) {
      if rest[start...].starts(with: sequence) { return true }
      rest = rest[(start + 1)...]
    }
    return false
  }
}
