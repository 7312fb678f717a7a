extension ByteView {
  /// The offset from its start of the first `byte` at or after `offset`.
  @inline(__always)
  func firstIndex(of byte: UInt8, from offset: Int = 0) -> Int? {
    var index = max(offset, 0)
    let wantedBlock = ByteBlock(repeating: byte)
    while let block = block(at: index) {
      if let found = block.matches(wantedBlock).first { return index &+ found }
      index &+= ByteBlock.width
    }
    let wanted = ByteWord(repeating: byte)
    while index < count {
      let found = word(at: index).matches(wanted)
      if !found.isEmpty { return index &+ found.first < count ? index &+ found.first : nil }
      index &+= ByteWord.width
    }
    return nil
  }

  /// Passes the offset of every `byte` (not 0) to `body`, in order.
  @inline(__always)
  func forEachIndex(of byte: UInt8, _ body: (Int) -> Void) {
    var index = 0
    let wantedBlock = ByteBlock(repeating: byte)
    while let block = block(at: index) {
      block.matches(wantedBlock).forEach { body(index &+ $0) }
      index &+= ByteBlock.width
    }
    let wanted = ByteWord(repeating: byte)
    while index < count {
      word(at: index).matches(wanted).forEach { body(index &+ $0) }
      index &+= ByteWord.width
    }
  }

  /// The offset from its start of the last `byte`.
  func lastIndex(of byte: UInt8) -> Int? {
    var index = count &- 1
    while index >= 0 {
      if self[index] == byte { return index }
      index &-= 1
    }
    return nil
  }

  /// The offset from its start of the first occurrence of some ASCII text at or after `offset`.
  ///
  /// Candidate positions, where its first two bytes match, are found sixteen at a time.
  func firstIndex(of text: StaticString, from offset: Int = 0) -> Int? {
    let length = text.utf8CodeUnitCount
    guard length > 1 else { return firstIndex(of: text.utf8Start[0], from: offset) }
    let (first, second) = (text.utf8Start[0], text.utf8Start[1])
    let (firsts, seconds) = (ByteBlock(repeating: first), ByteBlock(repeating: second))
    let last = count &- length
    // The last block reaches back over bytes that were looked at before.
    let lastBlock = count &- ByteBlock.width &- 1
    var index = max(offset, 0)
    if index > lastBlock { return firstIndexInShort(of: text, from: index) }
    while index <= last {
      index = min(index, lastBlock)
      guard let block = block(at: index), let next = self.block(at: index &+ 1) else { break }
      var found = block.matches(firsts, and: next, seconds)
      while let place = found.first {
        if dropping(index &+ place).starts(with: text) { return index &+ place }
        found.removeFirst()
      }
      index &+= ByteBlock.width
    }
    return nil
  }

  /// The same in fewer bytes than fill a block.
  private func firstIndexInShort(of text: StaticString, from offset: Int) -> Int? {
    var index = offset
    while index &+ text.utf8CodeUnitCount <= count {
      if dropping(index).starts(with: text) { return index }
      index &+= 1
    }
    return nil
  }

  /// Whether it contains some ASCII text.
  func contains(_ text: StaticString) -> Bool { firstIndex(of: text) != nil }

  /// The two sides of the first `byte`; nil if there is none.
  func split(at byte: UInt8) -> (head: ByteView, tail: ByteView)? {
    firstIndex(of: byte).map { (prefix($0), dropping($0 &+ 1)) }
  }

  /// The two sides of the first occurrence of some ASCII text; nil if there is none.
  func split(at text: StaticString) -> (head: ByteView, tail: ByteView)? {
    firstIndex(of: text).map { (prefix($0), dropping($0 &+ text.utf8CodeUnitCount)) }
  }

  /// The two sides of the last occurrence of some ASCII text; nil if there is none.
  func lastSplit(at text: StaticString) -> (head: ByteView, tail: ByteView)? {
    var offset = count &- text.utf8CodeUnitCount
    while offset >= 0 {
      if dropping(offset).starts(with: text) {
        return (prefix(offset), dropping(offset &+ text.utf8CodeUnitCount))
      }
      offset &-= 1
    }
    return nil
  }
}
