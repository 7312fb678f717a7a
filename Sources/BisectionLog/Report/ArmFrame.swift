/// Frames of 32-bit arm, which also name the called function: `(show_stack) from
/// (dump_stack+0xa0/0xc0)`.
enum ArmFrame {
  /// The form with parentheses and addresses, after the first address.
  ///
  /// Old kernels print leaked objects' frames alike: `(ptrval): 0xffff (f+0x1/0x2)`.
  static func readBracketed(_ text: ByteView, into frame: inout Frame) -> Bool {
    guard let close = text.firstIndex(of: Ascii.closeParenthesis) else { return false }
    let callee = text.prefix(close).dropping(1)
    let behind = text.dropping(close &+ 1)
    if let rest = behind.after(" from ") { return readCaller(rest, callee: callee, into: &frame) }
    guard behind[0] == Ascii.colon, let open = behind.firstIndex(of: Ascii.openParenthesis),
      FrameSyntax.read(behind.dropping(open &+ 1), into: &frame) != nil
    else { return false }
    return frame.offset != nil
  }

  private static func readCaller(
    _ text: ByteView, callee: ByteView, into frame: inout Frame
  ) -> Bool {
    let addresses = AddressList(text)
    let rest = text.dropping(addresses.length)
    guard rest[0] == Ascii.openParenthesis,
      let end = rest.lastIndex(of: Ascii.closeParenthesis),
      FrameSyntax.read(rest.prefix(end).dropping(1), into: &frame) != nil
    else { return false }
    _ = FrameSyntax.readPlace(rest.dropping(end &+ 1), into: &frame)
    frame.address = addresses.first
    frame.callee = FrameSyntax.symbolLength(callee) == callee.count ? callee.range : nil
    return true
  }

  /// The form of newer kernels without addresses: `f from g+0x1/0x2`.
  static func readPlain(_ text: ByteView, into frame: inout Frame) -> Bool {
    let length = FrameSyntax.symbolLength(text)
    guard length > 0, text[length] == Ascii.space,
      let rest = text.dropping(length).after(" from "),
      FrameSyntax.read(rest, into: &frame) != nil, frame.offset != nil || frame.inlined
    else { return false }
    frame.callee = text.prefix(length).range
    return true
  }
}
