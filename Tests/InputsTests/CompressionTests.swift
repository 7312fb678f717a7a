import TestSupport
import Testing

@testable import Inputs

/// The same 1,200 bytes, packed by the three tools.
private enum Packed {
  static let text = Array(String(repeating: "a log\n", count: 200).utf8)

  static let samples: [(Compression, [UInt8])] = [
    (.gzip, bytes("1f8b08000000000002034b54c8c94fe74a1c2547c95172941cf424006d04d4e6b0040000")),
    (
      .xz,
      bytes(
        "fd377a585a000004e6d6b4460200210116000000742fe5a3e004af00135d003088098733c2358f0801cbb62e6e"
          + "a45e0746000000b4abf672adf7dc7400012fb009000000a0246058b1c467fb020000000004595a")
    ),
    (.zstd, bytes("28b52ffd04586d00003061206c6f670a0100a7e42f456528e08d")),
  ]

  private static func bytes(_ digits: String) -> [UInt8] {
    let values = digits.compactMap(\.hexDigitValue)
    return stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] * 16 + values[$0 + 1]) }
  }
}

@Suite struct CompressionTests {
  private func read(_ raw: [UInt8], limit: Int = 1 << 20) throws -> Input {
    let limits = InputLimits(file: 1 << 20, unpacked: limit)
    return try Input(path: InputPath("x"), raw: raw, limits: limits)
  }

  @Test(arguments: Packed.samples)
  func unpacks(_ compression: Compression, _ packed: [UInt8]) throws {
    let input = try read(packed)
    #expect(input.bytes == Packed.text)
    #expect(input.compression == compression)
  }

  @Test(arguments: Packed.samples)
  func unpacksSeveralInARow(_ compression: Compression, _ packed: [UInt8]) throws {
    #expect(try read(packed + packed + packed).bytes == Packed.text + Packed.text + Packed.text)
  }

  @Test(arguments: Packed.samples)
  func stopsAtTheLimit(_ compression: Compression, _ packed: [UInt8]) throws {
    #expect(try read(packed, limit: 1200).bytes.count == 1200)
    #expect(throws: InputProblem.unpacksTooLarge(compression, limit: 1199)) {
      try read(packed, limit: 1199)
    }
  }

  /// A bomb of zeros is not text, and is left after its first piece.
  @Test func aBombOfZerosIsNotUnpacked() throws {
    let zeros = [UInt8](repeating: 0, count: 8 << 20)
    let bomb = try CommandRun.run("/bin/gzip", ["-c"], input: zeros).output
    try #require(bomb.count < 10_000)
    #expect(throws: InputProblem.binary) { try read(bomb) }
  }

  @Test(arguments: Packed.samples)
  func saysThatPackedDataEndsTooEarly(_ compression: Compression, _ packed: [UInt8]) {
    for end in 8..<packed.count {
      #expect(throws: InputProblem.cutShort(compression)) { try read(Array(packed[..<end])) }
    }
  }

  @Test(arguments: Packed.samples)
  func neverTakesADamagedFileForALog(_ compression: Compression, _ packed: [UInt8]) {
    for place in packed.indices {
      for flip in [UInt8(0x01), 0x80, 0xFF] {
        var damaged = packed
        damaged[place] ^= flip
        // A flip in a header that carries no meaning may unpack; anything else is an error, not a trap.
        guard let input = try? read(damaged) else { continue }
        #expect(input.bytes == Packed.text || input.compression == nil, "byte \(place)")
      }
    }
  }

  @Test func plainTextIsTakenAsItIs() throws {
    let input = try read(Array("bisecting cause commit starting from HEAD\n".utf8))
    #expect(input.compression == nil)
    #expect(input.bytes.last == 0x0A)
  }
}
