import BisectionLog
import TestSupport

/// One input of libFuzzer: parses it and checks what must hold for every parse.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let violations = LogInvariants.violations(of: BisectionLog(parsing: bytes))
  if !violations.isEmpty { fatalError("\(violations)") }
  return 0
}

@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int) -> Int

/// Every other input is changed along the lines of a log, not only byte by byte.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(
  _ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int, _ seed: UInt32
) -> Int {
  if seed % 2 == 0 { return mutateBytes(data, count, limit) }
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  var mutator = LogMutator(seed: UInt64(seed))
  let result = mutator.mutated(bytes, with: bytes).prefix(limit)
  for (offset, byte) in result.enumerated() { data[offset] = byte }
  return result.count
}
