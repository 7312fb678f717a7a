import Screen
import TestSupport
import Testing

@testable import Terminal

/// What the bytes of terminals mean.
@Suite struct InputDecoderTests {
  /// All events of some bytes after which nothing comes.
  private func events(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
    var decoder = InputDecoder()
    decoder.append(bytes)
    var events: [InputEvent] = []
    while let event = decoder.next(isComplete: true) { events.append(event) }
    return events
  }

  @Test(arguments: [
    ("a", Key.character("a")), ("Z", .character("Z")), ("é", .character("é")),
    ("中", .character("中")),
    ("🇩", .character("🇩")), ("\r", Key(.enter)), ("\n", Key(.enter)), ("\t", Key(.tab)),
    ("\u{7f}", Key(.backspace)), ("\u{8}", Key(.backspace)), ("\u{1b}", Key(.escape)),
    ("\u{1}", .control("a")), ("\u{1a}", .control("z")), ("\0", .control(" ")),
    ("\u{1c}", .control("\\")), ("\u{1f}", .control("_")),
    ("\u{1b}a", Key(.character("a"), .alt)),
    ("\u{1b}\u{3}", Key(.character("c"), [.alt, .control])),
    ("\u{1b}é", Key(.character("é"), .alt)), ("\u{1b}\r", Key(.enter, .alt)),
    ("\u{1b}[", Key(.character("["), .alt)), ("\u{1b}O", Key(.character("O"), .alt)),
    // Cursor keys in both modes, with modifiers, of rxvt, with Alt as an Escape before.
    ("\u{1b}[A", Key(.up)), ("\u{1b}OA", Key(.up)), ("\u{1b}[1;2A", Key(.up, .shift)),
    ("\u{1b}[1;5C", Key(.right, .control)), ("\u{1b}[1;3D", Key(.left, .alt)),
    ("\u{1b}[1;8B", Key(.down, [.shift, .alt, .control])), ("\u{1b}O5D", Key(.left, .control)),
    ("\u{1b}Oa", Key(.up, .control)), ("\u{1b}[b", Key(.down, .shift)),
    ("\u{1b}\u{1b}[A", Key(.up, .alt)), ("\u{1b}[1;9A", Key(.up, .alt)),
    // Home and End in all their forms.
    ("\u{1b}[H", Key(.home)), ("\u{1b}OF", Key(.end)), ("\u{1b}[1~", Key(.home)),
    ("\u{1b}[4~", Key(.end)), ("\u{1b}[7~", Key(.home)), ("\u{1b}[8~", Key(.end)),
    ("\u{1b}[5~", Key(.pageUp)), ("\u{1b}[6;5~", Key(.pageDown, .control)),
    ("\u{1b}[2~", Key(.insert)), ("\u{1b}[3~", Key(.delete)), ("\u{1b}[3^", Key(.delete, .control)),
    ("\u{1b}[Z", Key(.backTab)),
    // Function keys of xterm, the Linux console, rxvt.
    ("\u{1b}OP", Key(.function(1))), ("\u{1b}[P", Key(.function(1))),
    ("\u{1b}[[A", Key(.function(1))), ("\u{1b}[[E", Key(.function(5))),
    ("\u{1b}[11~", Key(.function(1))), ("\u{1b}[15~", Key(.function(5))),
    ("\u{1b}[24~", Key(.function(12))), ("\u{1b}[1;2Q", Key(.function(2), .shift)),
    ("\u{1b}[34~", Key(.function(20))),
    // The number pad.
    ("\u{1b}OM", Key(.enter)), ("\u{1b}Oj", .character("*")), ("\u{1b}Op", .character("0")),
    // kitty's protocol and xterm's modifyOtherKeys.
    ("\u{1b}[97u", .character("a")), ("\u{1b}[97;5u", .control("a")),
    ("\u{1b}[97;2u", .character("A")), ("\u{1b}[27;1u", Key(.escape)),
    ("\u{1b}[9;2u", Key(.backTab)), ("\u{1b}[13;3u", Key(.enter, .alt)),
    ("\u{1b}[27;5;105~", .control("i")), ("\u{1b}[97:65;2u", .character("A")),
  ])
  func keys(bytes: String, key: Key) {
    #expect(events(bytes.utf8) == [.key(key)])
  }

  @Test(arguments: [
    ("\u{1b}[<0;5;4M", MouseEvent(row: 3, column: 4, action: .press)),
    ("\u{1b}[<0;5;4m", MouseEvent(row: 3, column: 4, action: .release)),
    ("\u{1b}[<32;300;200M", MouseEvent(row: 199, column: 299, action: .drag)),
    ("\u{1b}[<64;1;1M", MouseEvent(row: 0, column: 0, action: .wheelUp)),
    ("\u{1b}[<81;1;1M", MouseEvent(row: 0, column: 0, action: .wheelDown)),
    ("\u{1b}[M !!", MouseEvent(row: 0, column: 0, action: .press)),
    ("\u{1b}[M#$%", MouseEvent(row: 4, column: 3, action: .release)),
    ("\u{1b}[Ma!!", MouseEvent(row: 0, column: 0, action: .wheelDown)),
  ])
  func mouse(bytes: String, event: MouseEvent) {
    #expect(events(bytes.utf8) == [.mouse(event)])
  }

  /// None of their letters may act as a command.
  @Test(arguments: [
    "\u{1b}[?1;2c", "\u{1b}[>41;354;0c", "\u{1b}[I", "\u{1b}[O", "\u{1b}[12;40R\u{1b}[99~",
    "\u{1b}[38;5;1y", "\u{1b}Oz", "\u{1b}]11;rgb:0000/0000/0000\u{7}", "\u{1b}]52;c;aGk=\u{1b}\\",
    "\u{1b}P1$r0m\u{1b}\\", "\u{1b}[<0;0;0M", "\u{1b}[<66;3;3M", "\u{1b}[<2;3;3M", "\u{1b}[[Z",
    "\u{1b}[57441u", "\u{1b}[?62;", "\u{1b}[1;2", "\u{1b}[3$", "\u{85}",
    "\u{1b}[99999999999999999~",
  ])
  func swallowed(bytes: String) {
    #expect(events(bytes.utf8).isEmpty)
  }

  @Test func brokenSequencesDoNotEatWhatFollows() {
    #expect(events("\u{1b}[12\u{1b}[A".utf8) == [.key(Key(.up))])
    #expect(events("\u{1b}O\u{1b}[B".utf8) == [.key(Key(.down))])
    #expect(events("\u{1b}]x\u{1b}[Bj".utf8) == [.key(Key(.down)), .key(.character("j"))])
    #expect(events("\u{1b}\u{1b}".utf8) == [.key(Key(.escape)), .key(Key(.escape))])
    #expect(events([0xff, 0x61]) == [.key(.character("\u{fffd}")), .key(.character("a"))])
    #expect(events([0xe4, 0xb8]) == [.key(.character("\u{fffd}"))])
  }

  @Test func pastesAreDataWhateverIsInThem() {
    let paste = "q\u{1b}[Aé\r\n\u{1b}[20"
    let bytes = "\u{1b}[200~\(paste)\u{1b}[201~j".utf8
    #expect(events(bytes) == [.paste(paste), .key(.character("j"))])
    #expect(events("\u{1b}[200~cut short".utf8) == [.paste("cut short")])
  }

  @Test func hugePastesAreCut() {
    let bytes =
      Array("\u{1b}[200~".utf8) + Array(repeating: 0x61, count: 3 << 20) + Array("\u{1b}[201~".utf8)
    guard case .paste(let text)? = events(bytes).first else {
      Issue.record("no paste came")
      return
    }
    #expect(text.utf8.count == InputDecoder.longestPaste)
  }

  @Test func keysOfTheDescriptionAreKnown() {
    let odd: [(bytes: [UInt8], key: Key)] = [
      (Array("\u{1b}[V".utf8), Key(.pageUp)), (Array("\u{1b}@".utf8), Key(.function(9))),
      (Array("\u{1b}[A".utf8), Key(.up)), ([0x7f], Key(.delete)),
    ]
    var decoder = InputDecoder(describedKeys: odd)
    decoder.append("\u{1b}[V\u{1b}@\u{1b}[A\u{7f}".utf8)
    let keys = [Key(.pageUp), Key(.function(9)), Key(.up), Key(.backspace)]
    for key in keys { #expect(decoder.next(isComplete: false) == .key(key)) }
  }

  /// However the bytes are cut into pieces, the events are the same.
  @Test func piecesChangeNothing() {
    let text =
      "a\u{1b}[1;5Cé中\u{1b}OA\u{1b}[<0;5;4M\u{1b}[200~p中\u{1b}[\u{1b}[201~\u{1b}]x\u{7}\u{1b}[[A\u{1b}x🇩"
    let bytes = Array(text.utf8)
    let whole = events(bytes)
    for size in 1...bytes.count {
      var decoder = InputDecoder()
      var found: [InputEvent] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        decoder.append(bytes[start..<min(start + size, bytes.count)])
        while let event = decoder.next(isComplete: false) { found.append(event) }
      }
      #expect(found == whole, "pieces of \(size)")
    }
  }

  /// Any bytes at all: no trap, no standstill, nothing left over.
  @Test func anyBytes() {
    var generator = SeededGenerator(seed: 5)
    let likely: [UInt8] = [0x1b, 0x5b, 0x4f, 0x3b, 0x3c, 0x4d, 0x30, 0x39, 0x7e, 0x75, 0xe4, 0x00]
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 1...20, using: &generator)).map { _ in
        Bool.random(using: &generator)
          ? likely.randomElement(using: &generator) ?? 0
          : UInt8.random(in: 0...255, using: &generator)
      }
      var decoder = InputDecoder()
      decoder.append(bytes)
      var count = 0
      while decoder.next(isComplete: true) != nil { count += 1 }
      #expect(count <= bytes.count && decoder.patience == nil)
    }
  }
}

/// Two presses that count as one.
@Suite struct DoublePressTests {
  private let press = MouseEvent(row: 1, column: 2, action: .press)

  @Test func quickPressesAtOnePlace() {
    var double = DoublePress()
    #expect(double.mark(press, milliseconds: 0).action == .press)
    #expect(double.mark(press, milliseconds: 400).action == .doublePress)
    #expect(double.mark(press, milliseconds: 500).action == .press)
    #expect(double.mark(press, milliseconds: 901).action == .press)
  }

  @Test func anotherPlaceOrActionIsNoPart() {
    var double = DoublePress()
    _ = double.mark(press, milliseconds: 0)
    let release = MouseEvent(row: 1, column: 2, action: .release)
    #expect(double.mark(release, milliseconds: 10) == release)
    let other = MouseEvent(row: 1, column: 3, action: .press)
    #expect(double.mark(other, milliseconds: 20).action == .press)
  }
}
