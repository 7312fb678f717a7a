import BisectionLog
import Glibc
import TestSupport

/// Whether inputs are mails and pages instead of logs.
private let readsMails = getenv("BISECTTY_FUZZ_MAILS") != nil

/// One input of libFuzzer: reads it and checks what must hold for every reading.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if readsMails {
    readMails(bytes)
    return 0
  }
  let violations = LogInvariants.violations(of: BisectionLog(parsing: bytes))
  if !violations.isEmpty { fatalError("\(violations)") }
  return 0
}

@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int) -> Int

/// Every other input is changed along the lines of a log, not only byte by byte, and some are put
/// into what is around the lines of logs as they arrive.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(
  _ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int, _ seed: UInt32
) -> Int {
  if seed % 2 == 0 { return mutateBytes(data, count, limit) }
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  let result = changed(bytes, seed).prefix(limit)
  for (offset, byte) in result.enumerated() { data[offset] = byte }
  return result.count
}

private func changed(_ bytes: [UInt8], _ seed: UInt32) -> [UInt8] {
  guard seed % 16 == 1 else {
    var mutator = LogMutator(seed: UInt64(seed))
    return mutator.mutated(bytes, with: bytes)
  }
  let wrappings = LineWrapping.all + LineWrapping.ofConsoles + [.mailer(columns: 72)]
  let wrapping = wrappings[Int(seed / 16) % wrappings.count]
  return Array(wrapping.wrapped(String(decoding: bytes, as: UTF8.self)).utf8)
}
