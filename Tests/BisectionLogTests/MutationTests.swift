import BisectionLog
import TestSupport
import Testing

/// A short run of what `Tests/Scripts/fuzz.sh` does for as long as one likes.
@Suite struct MutationTests {
  /// A log of each kind, to be changed.
  static let originals = [
    Samples.cause, Samples.fix, Samples.minimised, Samples.record, Samples.transcript,
    Samples.quoted, Samples.patchTest, Samples.report,
  ].map { Array($0.utf8) }

  @Test(arguments: 0..<8) func nothingTrapsOrBreaksAnInvariant(worker: Int) {
    var mutator = LogMutator(seed: UInt64(worker))
    for _ in 0..<250 {
      let original = Self.originals[mutator.below(Self.originals.count)]
      let other = Self.originals[mutator.below(Self.originals.count)]
      let bytes = mutator.mutated(original, with: other)
      let violations = LogInvariants.violations(of: BisectionLog(parsing: bytes))
      #expect(violations == [], "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test func theSameSeedMakesTheSameChanges() {
    let bytes = Array(Samples.cause.utf8)
    var first = LogMutator(seed: 7)
    var second = LogMutator(seed: 7)
    var third = LogMutator(seed: 8)
    #expect(first.mutated(bytes, with: bytes) == second.mutated(bytes, with: bytes))
    #expect(first.mutated(bytes, with: bytes) != third.mutated(bytes, with: bytes))
  }

  @Test(arguments: originals) func everyCutIsRead(bytes: [UInt8]) {
    for end in stride(from: 0, to: bytes.count, by: 7) {
      let head = BisectionLog(parsing: Array(bytes[..<end]))
      #expect(LogInvariants.violations(of: head) == [], "the first \(end) bytes")
      let tail = BisectionLog(parsing: Array(bytes[end...]))
      #expect(LogInvariants.violations(of: tail) == [], "without the first \(end) bytes")
    }
  }
}
