import CVTerm

/// The sequences for which libvterm has no meaning.
///
/// A class, since libvterm is given its address. Whoever owns the terminal keeps it as long.
final class UnhandledSequences {
  /// What came, in the order in which it came.
  private(set) var sequences: [String] = []
  private let callbacks = UnsafeMutablePointer<VTermParserCallbacks>.allocate(capacity: 1)

  /// Requests that draw nothing and that each terminal may leave unanswered: titles, queries, cursor shapes.
  private static let harmless: Set<Character> = ["t", "c", "n", "q", "p", "u", "s"]

  init() {
    callbacks.initialize(to: VTermParserCallbacks())
    callbacks.pointee.csi = { leader, _, _, _, command, user in
      guard let user else { return 0 }
      let sequences = Unmanaged<UnhandledSequences>.fromOpaque(user).takeUnretainedValue()
      let mark = leader.map { String(cString: $0) } ?? ""
      sequences.add("CSI \(mark)", Character(Unicode.Scalar(UInt8(bitPattern: command))))
      return 1
    }
  }

  deinit { callbacks.deallocate() }

  /// Asks to be told from now on.
  func listen(to screen: OpaquePointer) {
    vterm_screen_set_unrecognised_fallbacks(
      screen, callbacks, Unmanaged.passUnretained(self).toOpaque())
  }

  private func add(_ sequence: String, _ command: Character) {
    guard !Self.harmless.contains(command) else { return }
    sequences.append(sequence + String(command))
  }
}
