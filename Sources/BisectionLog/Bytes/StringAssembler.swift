/// Assembles a string from pieces with a single allocation.
struct StringAssembler {
  private let room: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  private init(room: UnsafeMutableBufferPointer<UInt8>) { self.room = room }

  /// Adds a piece of a text; what the room does not hold is left out.
  mutating func append(_ view: ByteView) {
    count += view.copy(to: UnsafeMutableBufferPointer(rebasing: room[count...]))
  }

  /// Adds some ASCII text.
  mutating func append(_ text: StaticString) {
    append(ByteView(base: text.utf8Start, start: 0, count: text.utf8CodeUnitCount))
  }

  /// Adds some text.
  mutating func append(_ text: String) {
    for byte in text.utf8 where count < room.count {
      room[count] = byte
      count += 1
    }
  }

  /// The text that `write` assembles, of at most `limit` bytes.
  static func string(limit: Int, _ write: (inout StringAssembler) -> Void) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: limit) { room in
      var writer = StringAssembler(room: room)
      write(&writer)
      return String(decoding: UnsafeBufferPointer(rebasing: room[..<writer.count]), as: UTF8.self)
    }
  }
}
