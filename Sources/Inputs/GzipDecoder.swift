import CZlib

/// Unpacks gzip through zlib, member after member.
final class GzipDecoder: StreamDecoder {
  /// On the heap, since zlib remembers the address and refuses another.
  private let stream: UnsafeMutablePointer<z_stream>

  /// Begins; nil if there is no memory.
  init?() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 is the largest window; 16 more asks for the gzip wrapper.
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(stream, 15 + 16, ZLIB_VERSION, size) == Z_OK else { return nil }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  func step(
    _ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer
  ) -> DecoderProgress {
    let taken = min(input.count, Int(UInt32.max))
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
    stream.pointee.avail_in = UInt32(taken)
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(output.count)
    let status = inflate(stream, Z_NO_FLUSH)
    let consumed = taken - Int(stream.pointee.avail_in)
    return DecoderProgress(
      consumed: consumed, produced: output.count - Int(stream.pointee.avail_out),
      state: state(after: status, rest: input.dropFirst(consumed)))
  }

  private func state(after status: Int32, rest: Slice<UnsafeRawBufferPointer>)
    -> DecoderProgress.State
  {
    switch status {
    case Z_OK, Z_BUF_ERROR: return .running
    case Z_STREAM_END:
      // Another member may follow; anything else after a member is padding, as gzip itself has it.
      guard rest.prefix(2).elementsEqual([0x1F, 0x8B]) else { return .finished }
      inflateReset(stream)
      return .running
    default: return .failed
    }
  }
}
