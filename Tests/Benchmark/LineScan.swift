import Glibc

/// How many lines of a log begin with `run #`: the least that any reader of logs must do, which is to
/// find every line and look at its beginning.
func runLines(in bytes: [UInt8]) -> Int {
  bytes.withUnsafeBytes { buffer in
    var count = 0
    var start = 0
    while start < buffer.count {
      let rest = UnsafeRawBufferPointer(rebasing: buffer[start...])
      if rest.starts(with: "run #".utf8) { count += 1 }
      guard let base = rest.baseAddress, let end = memchr(base, 0x0A, rest.count) else { break }
      start += base.distance(to: UnsafeRawPointer(end)) + 1
    }
    return count
  }
}
