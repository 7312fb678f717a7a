import Glibc

/// Opens what a path names, if it is something that ends.
func openForReading(_ path: InputPath) throws(InputProblem) -> Int32 {
  let descriptor = try openDescriptor(path)
  do throws(InputProblem) {
    try checkKind(descriptor, isStandardInput: path == .standardInput)
    return descriptor
  } catch {
    if descriptor != STDIN_FILENO { close(descriptor) }
    throw error
  }
}

private func openDescriptor(_ path: InputPath) throws(InputProblem) -> Int32 {
  if path == .standardInput { return STDIN_FILENO }
  let descriptor = path.withCString { name in
    Int32(truncatingIfNeeded: restarting { Int(open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY)) })
  }
  guard descriptor >= 0 else { throw InputProblem(errno: errno) }
  return descriptor
}

private func checkKind(_ descriptor: Int32, isStandardInput: Bool) throws(InputProblem) {
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw InputProblem(errno: errno) }
  switch status.st_mode & S_IFMT {
  case S_IFREG, S_IFIFO: return
  case S_IFSOCK where isStandardInput: return
  case S_IFDIR: throw .isDirectory
  default:
    guard isStandardInput else { throw .notAFile }
    // A closed standard input is often /dev/null, which reads as empty.
    if isatty(descriptor) == 1 { throw .standardInputIsTerminal }
  }
}

/// Reads to the end with read(2).
///
/// A mapped file that someone cuts while it is read would kill the program with SIGBUS; a read one
/// just ends.
func readAll(_ descriptor: Int32, limit: Int) throws(InputProblem) -> [UInt8] {
  var status = stat()
  let expected = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  guard expected <= limit else { throw .tooLarge(limit: limit) }
  var bytes: [UInt8] = []
  // One byte more than expected, so that the end is seen without growing.
  var room = max(expected + 1, 1 << 16)
  while true {
    let piece = try readPiece(descriptor, room: room)
    if bytes.isEmpty { bytes = piece } else { bytes += piece }
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    if piece.count < room { return bytes }
    room = min(max(bytes.count, 1 << 16), 1 << 24)
  }
}

/// Reads until `room` bytes are there or the input ends.
private func readPiece(_ descriptor: Int32, room: Int) throws(InputProblem) -> [UInt8] {
  var failure: Int32 = 0
  let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
    while filled < room {
      let rest = UnsafeMutableRawBufferPointer(
        UnsafeMutableBufferPointer(rebasing: buffer[filled...]))
      let count = restarting { read(descriptor, rest.baseAddress, rest.count) }
      guard count > 0 else {
        if count < 0 { failure = errno }
        break
      }
      filled += count
    }
  }
  guard failure == 0 else { throw InputProblem(errno: failure) }
  return piece
}
