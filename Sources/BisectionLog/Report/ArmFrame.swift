/// Frames of 32-bit arm, which name the called function, too: `(show_stack) from (dump_stack+0xa0/0xc0)`.
enum ArmFrame {
  /// The form with parentheses and addresses, behind the first address.
  ///
  /// Old kernels print leaked objects' frames alike: `(ptrval): 0xffff (f+0x1/0x2)`.
  static func bracketed(_ text: ByteView) -> FrameLine? {
    guard let close = text.firstIndex(of: Ascii.closeParenthesis) else { return nil }
    let callee = text.prefix(close).dropping(1)
    let behind = text.dropping(close &+ 1)
    if let rest = behind.after(" from ") { return caller(rest, callee: callee) }
    guard behind[0] == Ascii.colon, let open = behind.firstIndex(of: Ascii.openParenthesis),
      let (frame, _) = FrameSyntax.frame(at: behind.dropping(open &+ 1)), frame.offset != nil
    else { return nil }
    return frame
  }

  private static func caller(_ text: ByteView, callee: ByteView) -> FrameLine? {
    let addresses = AddressList(text)
    let rest = text.dropping(addresses.length)
    guard rest[0] == Ascii.openParenthesis,
      let end = rest.lastIndex(of: Ascii.closeParenthesis),
      var (frame, _) = FrameSyntax.frame(at: rest.prefix(end).dropping(1))
    else { return nil }
    _ = FrameSyntax.readPlace(rest.dropping(end &+ 1), into: &frame)
    frame.address = addresses.first
    frame.callee = FrameSyntax.symbolLength(callee) == callee.count ? callee : nil
    return frame
  }

  /// The form of newer kernels without addresses: `f from g+0x1/0x2`.
  static func plain(_ text: ByteView) -> FrameLine? {
    let length = FrameSyntax.symbolLength(text)
    guard length > 0, text[length] == Ascii.space,
      let rest = text.dropping(length).after(" from "),
      var (frame, _) = FrameSyntax.frame(at: rest), frame.offset != nil || frame.inlined
    else { return nil }
    frame.callee = text.prefix(length)
    return frame
  }
}
