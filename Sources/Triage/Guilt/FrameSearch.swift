import BisectionLog

/// Finds the frame of a function in a report.
struct FrameSearch {
  let trail: ReportTrail
  let verdict: Verdict?

  /// The guilty frame with its function as titles name it, given the title where one is known.
  func guilty(title: String?) -> (Guilt.FramePlace?, String?) {
    let wanted = TitleFunction.name(in: title ?? verdict?.title ?? "")
    if wanted == Array("corrupted".utf8) { return (nil, nil) }
    guard let wanted else { return unnamed(title: title) }
    if let function = verdict?.function, function.name == wanted, let place = function.place {
      return found(place, wanted)
    }
    if let place = place(of: wanted) { return found(place, wanted) }
    return unnamed(title: title)
  }

  private func found(_ place: Guilt.FramePlace, _ name: [UInt8]) -> (Guilt.FramePlace?, String?) {
    (place, String(decoding: name, as: UTF8.self))
  }

  /// The frame where the title names no function of the report.
  private func unnamed(title: String?) -> (Guilt.FramePlace?, String?) {
    if let function = verdict?.function, let place = function.place {
      return found(place, function.name)
    }
    guard title != nil || verdict?.corruption == nil else { return (nil, nil) }
    return firstTelling().map { found($0, $1) } ?? (nil, nil)
  }

  /// The first frame of the crash's own stack that is part of the story.
  private func firstTelling() -> (Guilt.FramePlace, [UInt8])? {
    let classes = FrameClasses.standard
    for clue in trail.clues {
      guard case .frame(let frame, let name, let place) = clue.kind,
        frame.reliable, !frame.inlined, frame.form == .call || frame.form == .register,
        StackRanking.mainKinds.contains(trail.report.stacks[place.stack].kind),
        trail.text.withFunctionName(of: name, classes.frameClass(of:)) == .telling
      else { continue }
      return (place, classes.withoutSyscallPrefix(trail.text.functionName(of: name)))
    }
    return nil
  }

  /// The best frame of a function: proven machine frames of the crash first, then any.
  private func place(of name: [UInt8]) -> Guilt.FramePlace? {
    let wanted = WantedFunction(name, in: trail.text)
    var best: (rank: Int, place: Guilt.FramePlace)?
    for (index, clue) in trail.clues.enumerated() {
      guard case .frame(let frame, let name, let place) = clue.kind, wanted.matches(name) else {
        continue
      }
      let rank = rank(frame, wanted.isNamed(name), isOwn: index < trail.ownCount)
      if rank < best?.rank ?? Int.max { best = (rank, place) }
    }
    return best?.place ?? placeElsewhere(of: wanted)
  }

  /// How well a frame fits, 0 best.
  private func rank(_ frame: Frame, _ isExact: Bool, isOwn: Bool) -> Int {
    var rank = isOwn ? 0 : 8
    if frame.inlined { rank += 3 }
    if !frame.reliable { rank += 4 }
    if frame.form == .lock || frame.form == .mention { rank += 2 }
    return rank * 2 + (isExact ? 0 : 1)
  }

  /// A frame of a function in what other contexts of the console printed.
  private func placeElsewhere(of wanted: WantedFunction) -> Guilt.FramePlace? {
    for stack in trail.report.stacks {
      for frame in stack.frames where wanted.matches(ReportTrail.name(of: frame, in: trail.text)) {
        return Guilt.FramePlace(stack: stack.index, frame: frame.index)
      }
    }
    return nil
  }
}

/// Returns whether a frame's function is the one that a title names.
private struct WantedFunction {
  private let text: SourceText
  private let name: [UInt8]
  private let bare: [UInt8]
  private let pattern: NamePatterns?

  /// The function of a title.
  init(_ name: [UInt8], in text: SourceText) {
    self.text = text
    self.name = name
    bare = FrameClasses.standard.withoutSyscallPrefix(name)
    pattern =
      TitleFunction.representsOthers(name) ? NamePatterns([name]) : TitleFunction.pattern(name)
  }

  /// Whether a name is just the one that the title has.
  func isNamed(_ other: TextRange) -> Bool {
    text.withBytes(of: other) { isName($0) } || text.withFunctionName(of: other) { isName($0) }
  }

  private func isName(_ other: Span<UInt8>) -> Bool {
    other.count == name.count && other.starts(with: name.span)
  }

  /// Whether a function, without its suffix, is meant.
  func matches(_ other: TextRange) -> Bool {
    if isNamed(other) { return true }
    if let pattern { return text.withFunctionName(of: other, pattern.match) }
    // What is left without a prefix is an end of the name; hardly any name ends alike.
    guard text.withFunctionName(of: other, { $0.ends(with: bare.span) || $0.ends(with: name.span) })
    else { return false }
    let rest = FrameClasses.standard.withoutSyscallPrefix(text.functionName(of: other))
    return rest == name || rest == bare
  }
}

/// The function in a title.
enum TitleFunction {
  /// The function a title names after its last `in`; nil if it names none.
  static func name(in title: String) -> [UInt8]? {
    let bytes = title.utf8.span
    guard let behind = bytes.lastIndex(of: " in ").map({ $0 + 4 }), behind > 4 else { return nil }
    let tail = bytes.extracting(behind...)
    if bytes.contains("::") { return Array(title.utf8.dropFirst(behind)) }
    var length = 0
    while length < tail.count, !endsName(tail[length]) { length += 1 }
    return length == 0 ? nil : Array(title.utf8.dropFirst(behind).prefix(length))
  }

  /// Whether a byte follows a function's name: `pipe_release.part.0`, `f+0x1`, `a / b`.
  private static func endsName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "+"): true
    default: false
    }
  }

  /// What a function looks like whose digits were replaced in the title; nil if none were.
  static func pattern(_ name: [UInt8]) -> NamePatterns? {
    guard name.span.contains("NUM") || name.span.contains("ADDR") else { return nil }
    let text = String(decoding: name, as: UTF8.self)
    for replaced in ["NUM", "ADDR"] {
      guard let place = text.utf8.firstRange(of: replaced.utf8) else { continue }
      let pattern = "^" + String(text[..<place.lowerBound]) + "*" + text[place.upperBound...] + "$"
      return NamePatterns([Array(pattern.utf8)])
    }
    return nil
  }

  /// Whether titles use a name for a group of functions that hold it.
  static func representsOthers(_ name: [UInt8]) -> Bool {
    ["synchronize_rcu", "smp_call_function"].contains(String(decoding: name, as: UTF8.self))
  }
}
