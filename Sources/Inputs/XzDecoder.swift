import CLzma

/// Unpacks xz through liblzma, stream after stream.
final class XzDecoder: StreamDecoder {
  private let stream: UnsafeMutablePointer<lzma_stream>

  /// The memory that a file may ask for; `xz -9` asks for 65 MiB.
  private static let memoryLimit: UInt64 = 256 << 20

  /// Begins; nil if there is no memory.
  init?() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: lzma_stream())
    // A macro with a cast in the header: LZMA_CONCATENATED.
    let concatenated: UInt32 = 0x08
    guard lzma_stream_decoder(stream, Self.memoryLimit, concatenated) == LZMA_OK else {
      return nil
    }
  }

  deinit {
    lzma_end(stream)
    stream.deallocate()
  }

  func step(
    _ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer
  ) -> DecoderProgress {
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = input.count
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = output.count
    let status = lzma_code(stream, LZMA_FINISH)
    return DecoderProgress(
      consumed: input.count - stream.pointee.avail_in,
      produced: output.count - stream.pointee.avail_out,
      state: Self.state(after: status))
  }

  private static func state(after status: lzma_ret) -> DecoderProgress.State {
    switch status {
    case LZMA_OK, LZMA_BUF_ERROR: .running
    case LZMA_STREAM_END: .finished
    default: .failed
    }
  }
}
