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

/// Opens without blocking: a pipe without a writer would block for ever, and so would reads of some
/// of the kernel's own files, which therefore stay non-blocking.
private func openDescriptor(_ path: InputPath) throws(InputProblem) -> Int32 {
  if path == .standardInput { return STDIN_FILENO }
  let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK
  let descriptor = path.withCString { name in
    Int32(truncatingIfNeeded: restarting { Int(open(name, flags)) })
  }
  guard descriptor >= 0 else { throw InputProblem(errno: errno) }
  return descriptor
}

private func checkKind(_ descriptor: Int32, isStandardInput: Bool) throws(InputProblem) {
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw InputProblem(errno: errno) }
  switch status.st_mode & S_IFMT {
  case S_IFREG: return
  case S_IFIFO: return isStandardInput ? () : try waitForWriter(descriptor)
  case S_IFSOCK where isStandardInput: return
  case S_IFDIR: throw .isDirectory
  default:
    guard isStandardInput else { throw .notAFile }
    // A closed standard input is often /dev/null, which reads as empty.
    if isatty(descriptor) == 1 { throw .standardInputIsTerminal }
  }
}

/// Waits a short time for a writer to open a pipe, and then as long as the writer has it open.
private func waitForWriter(_ descriptor: Int32) throws(InputProblem) {
  var pipe = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  let count = restarting { Int(poll(&pipe, 1, pipePatience)) }
  var none: UInt8 = 0
  // Nothing to read and yet no end: there is a writer, and it is slow.
  let isOpen = count > 0 || (read(descriptor, &none, 1) < 0 && errno == EAGAIN)
  guard isOpen else { throw .noWriter }
  _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
}

/// How long a pipe may be without a writer, in milliseconds: enough for a shell to start one.
private let pipePatience: Int32 = 1000

/// Reads to the end with read(2).
///
/// A mapped file that someone cuts while it is read would kill the program with SIGBUS; a read one
/// just ends.
///
/// `check` sees the beginning before the rest is read, so that no time and memory go into a file that
/// will not be taken.
func readAll(
  _ descriptor: Int32, limit: Int, check: ([UInt8]) throws(InputProblem) -> Void = { _ in }
) throws(InputProblem) -> [UInt8] {
  var status = stat()
  let expected = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  guard expected <= limit else { throw .tooLarge(limit: limit) }
  // One byte more than expected, so that the end is seen without growing.
  var room = expected > 0 ? min(expected + 1, beginning) : beginning
  var bytes: [UInt8] = []
  while try readPiece(descriptor, room: room, onto: &bytes) == room {
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    if bytes.count == room {
      try check(bytes)
      bytes.reserveCapacity(expected + 1)
    }
    room = bytes.capacity > bytes.count ? bytes.capacity - bytes.count : min(bytes.count, 1 << 24)
  }
  guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
  return bytes
}

/// How much is read at first, in bytes: most logs whole.
private let beginning = 1 << 16

/// Reads until `room` more bytes are there or the input ends, and returns how many came.
@discardableResult
func readPiece(
  _ descriptor: Int32, room: Int, onto bytes: inout [UInt8]
) throws(InputProblem) -> Int {
  var failure: Int32 = 0
  let before = bytes.count
  bytes.append(addingCapacity: room) { output in
    output.withUnsafeMutableBufferPointer { buffer, filled in
      while filled < room {
        let rest = buffer[filled..<room]
        let count = restarting {
          read(descriptor, UnsafeMutableBufferPointer(rebasing: rest).baseAddress, rest.count)
        }
        guard count > 0 else {
          if count < 0 { failure = errno }
          break
        }
        filled += count
      }
    }
  }
  guard failure == 0 else { throw InputProblem(errno: failure) }
  return bytes.count - before
}
