/// A library's way to unpack a stream piece by piece.
protocol StreamDecoder: AnyObject {
  /// Unpacks from `input` to `output`, either of which may be used up first.
  func step(
    _ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer
  ) -> DecoderProgress
}

/// What one step of a decoder did.
struct DecoderProgress {
  /// How many bytes it took.
  var consumed: Int
  /// How many bytes it gave.
  var produced: Int
  /// Its position.
  var state: State

  enum State {
    /// Inside a stream.
    case running
    /// At the end of all streams.
    case finished
    /// At something that is not packed data.
    case failed
  }
}

extension StreamDecoder {
  /// Unpacks everything, growing the output as it comes, so that a small bomb costs little.
  func decode(
    _ packed: [UInt8], as compression: Compression, limit: Int
  ) throws(InputProblem) -> [UInt8] {
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 17)
    var offset = 0
    while true {
      let progress = packed.withUnsafeBytes { input in
        chunk.withUnsafeMutableBytes { room in
          step(UnsafeRawBufferPointer(rebasing: input[offset...]), room)
        }
      }
      offset += progress.consumed
      guard output.count + progress.produced <= limit else {
        throw .unpacksTooLarge(compression, limit: limit)
      }
      let isBeginning = output.isEmpty && progress.produced > 0
      output += chunk[..<progress.produced]
      // Zeros pack best: what is not text is not unpacked any further.
      if isBeginning, !looksLikeText(output) { throw .binary }
      switch progress.state {
      case .finished: return output
      case .failed: throw .damaged(compression)
      case .running:
        // Room was left and nothing was taken: the decoder waits for bytes that do not come.
        let stalled = progress.consumed == 0 && progress.produced == 0
        if stalled { throw .cutShort(compression) }
      }
    }
  }
}
