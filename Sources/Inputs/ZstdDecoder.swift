import CZstd

/// Unpacks zstd, frame after frame.
final class ZstdDecoder: StreamDecoder {
  private let stream: OpaquePointer

  /// Begins; nil if there is no memory.
  init?() {
    guard let stream = ZSTD_createDStream() else { return nil }
    self.stream = stream
  }

  deinit { ZSTD_freeDStream(stream) }

  func step(
    _ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer
  ) -> DecoderProgress {
    var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var target = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    let hint = ZSTD_decompressStream(stream, &target, &source)
    let frameEnds = hint == 0 && source.pos == source.size
    return DecoderProgress(
      consumed: source.pos, produced: target.pos,
      state: ZSTD_isError(hint) != 0 ? .failed : frameEnds ? .finished : .running)
  }
}
