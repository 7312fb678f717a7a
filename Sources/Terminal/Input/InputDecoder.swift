import Screen

/// Turns the bytes a terminal sends into events.
///
/// It knows the sequences of xterm and its relatives, rxvt, the Linux console, tmux and kitty, and
/// those of the terminal's own description. An unknown sequence is dropped whole: its letters must
/// never act as commands.
struct InputDecoder {
  /// Bytes that came in and are not decided yet.
  private var pending: ArraySlice<UInt8> = []
  /// What is pasted so far; nil outside a paste.
  private var pasted: [UInt8]?
  /// Keys of this terminal that no standard form covers.
  private let extraKeys: [(bytes: [UInt8], key: Key)]

  /// A paste is cut here, so that a terminal gone mad cannot fill the memory.
  static let longestPaste = 1 << 20

  /// A decoder that also knows the keys of the terminal's own description.
  init(describedKeys: [(bytes: [UInt8], key: Key)] = []) {
    extraKeys = describedKeys.filter { described in
      guard described.bytes.count > 1 else { return false }
      return EscapeSequence.read(described.bytes[...]) != .key(described.key, described.bytes.count)
    }
  }

  /// How long to wait for the rest before `next(isComplete:)` is told that none will come, in
  /// milliseconds; nil if nothing waits.
  var patience: Int? {
    if pasted != nil { return 2000 }
    return pending.isEmpty ? nil : 25
  }

  /// Applies what was read.
  mutating func append(_ bytes: some Sequence<UInt8>) {
    pending = pending + bytes
  }

  /// The next event, or nil if more bytes are needed.
  ///
  /// - Parameter isComplete: no more bytes will come for what is there, so a lone Escape is the key.
  mutating func next(isComplete: Bool) -> InputEvent? {
    while true {
      if pasted != nil { return nextOfPaste(isComplete: isComplete) }
      guard !pending.isEmpty else { return nil }
      switch read(isComplete: isComplete) {
      case .incomplete:
        return nil
      case .key(let key, let count):
        pending = pending.dropFirst(count)
        return .key(key)
      case .mouse(let event, let count):
        pending = pending.dropFirst(count)
        return .mouse(event)
      case .nothing(let count):
        pending = pending.dropFirst(count)
      case .pasteBegins(let count):
        pending = pending.dropFirst(count)
        pasted = []
      }
    }
  }

  private func read(isComplete: Bool) -> EscapeSequence {
    for extra in extraKeys where pending.starts(with: extra.bytes) {
      return .key(extra.key, extra.bytes.count)
    }
    let sequence = EscapeSequence.read(pending)
    guard isComplete, sequence == .incomplete else { return sequence }
    return EscapeSequence.readCutShort(pending)
  }

  private static let pasteEnd: [UInt8] = Array("\u{1b}[201~".utf8)

  private mutating func nextOfPaste(isComplete: Bool) -> InputEvent? {
    var text = pasted ?? []
    while let byte = pending.first {
      if byte == 0x1b {
        if pending.starts(with: Self.pasteEnd) {
          pending = pending.dropFirst(Self.pasteEnd.count)
          pasted = nil
          return .paste(String(decoding: text, as: UTF8.self))
        }
        if Self.pasteEnd.starts(with: pending) { break }
      }
      if text.count < Self.longestPaste { text.append(byte) }
      pending.removeFirst()
    }
    guard isComplete else {
      pasted = text
      return nil
    }
    pasted = nil
    pending = []
    return .paste(String(decoding: text, as: UTF8.self))
  }
}
