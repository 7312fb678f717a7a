import Glibc
import TestSupport
import Testing

@testable import Inputs

@Suite struct ReadingTests {
  private func problem(
    _ path: String, limits: InputLimits = .standard
  ) -> InputProblem? {
    do throws(InputError) {
      _ = try Input.read(InputPath(path), limits: limits)
      return nil
    } catch {
      #expect(error.path == InputPath(path))
      return error.problem
    }
  }

  @Test func readsAFileByteForByte() throws {
    let folder = try TemporaryFolder()
    let text = Array("line\r\n\u{1b}[31m \u{fffd}".utf8) + [0xFF, 0xFE]
    let path = try folder.write("a\nname \u{1b}[2J", text)
    #expect(try Input.read(InputPath(path)).bytes == text)
  }

  @Test func readsFilesOfAnySize() throws {
    let folder = try TemporaryFolder()
    for size in [1, 65_535, 65_536, 65_537, 200_000] {
      let path = try folder.write("x", Array(repeating: UInt8(ascii: "x"), count: size))
      #expect(try Input.read(InputPath(path)).bytes.count == size)
    }
  }

  @Test func readsFilesWhoseSizeTheSystemDoesNotKnow() throws {
    #expect(try Input.read(InputPath("/proc/self/status")).bytes.starts(with: "Name:".utf8))
  }

  @Test func readsANamedPipe() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    // Opened for both directions, the writer need not wait for the reader.
    let writer = open(path, O_RDWR)
    try #require(writer >= 0)
    #expect(write(writer, "from a pipe", 11) == 11)
    let reader = open(path, O_RDONLY | O_NONBLOCK)
    try #require(reader >= 0)
    close(writer)
    defer { close(reader) }
    #expect(try readAll(reader, limit: 100) == Array("from a pipe".utf8))
  }

  @Test func aPipeThatNothingWritesToIsNotWaitedFor() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    #expect(problem(path) == .noWriter)
  }

  @Test func aPipeWithASlowWriterIsReadToTheEnd() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    // Opened for both directions, so that it can be written to before the reader is there.
    let writer = open(path, O_RDWR | O_CLOEXEC)
    try #require(writer >= 0)
    let reading = Task.detached { try Input.read(InputPath(path)).bytes }
    while Self.readers(of: path) == 0 { await Task.yield() }
    for piece in ["slow ", "log\n"] { #expect(write(writer, piece, piece.utf8.count) > 0) }
    close(writer)
    #expect(try await reading.value == Array("slow log\n".utf8))
  }

  /// How many descriptors of this process read from a path.
  private static func readers(of path: String) -> Int {
    (0..<256).count { descriptor in
      var name = [CChar](repeating: 0, count: 512)
      let count = readlink("/proc/self/fd/\(descriptor)", &name, name.count)
      let flags = fcntl(Int32(descriptor), F_GETFL)
      let target = name.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
      return flags >= 0 && flags & O_ACCMODE == O_RDONLY && target.elementsEqual(path.utf8)
    }
  }

  /// A disk image beside the logs costs neither time nor memory.
  @Test func ofALargeFileThatIsNoTextOnlyTheBeginningIsRead() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("disk.raw", [0, 1, 2, 3])
    try #require(truncate(path, 1 << 40) == 0)
    #expect(problem(path, limits: InputLimits(file: 1 << 41, unpacked: 1)) == .binary)
  }

  /// Mapped into memory, the first would end the program with SIGBUS.
  @Test func aFileThatIsCutOrGrowsWhileItIsReadIsReadToItsEnd() throws {
    let folder = try TemporaryFolder()
    let size = 1 << 20
    for newSize in [0, 100_000, 3 << 20] {
      let path = try folder.write("log", Array(repeating: UInt8(ascii: "x"), count: size))
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      try #require(descriptor >= 0)
      defer { close(descriptor) }
      // The beginning, which is read by then, stays.
      let bytes = try readAll(descriptor, limit: 1 << 30) { beginning in
        #expect(beginning.count == 1 << 16)
        #expect(truncate(path, newSize) == 0)
      }
      #expect(bytes.count == max(newSize, 1 << 16))
    }
  }

  /// It comes in several pieces.
  @Test func aLongFileIsReadByteForByte() throws {
    let folder = try TemporaryFolder()
    let line = Array("run #0: crashed: lamp\n".utf8)
    let written = Array([[UInt8]](repeating: line, count: 600_000).joined()) + [0x0A]
    let path = try folder.write("log", written)
    #expect(try Input.read(InputPath(path)).bytes == written)
  }

  @Test func aFileThatOutgrowsTheLimitWhileItIsReadIsRefused() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("log", Array(repeating: UInt8(ascii: "x"), count: 100_000))
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    #expect(throws: InputProblem.tooLarge(limit: 200_000)) {
      try readAll(descriptor, limit: 200_000) { _ in #expect(truncate(path, 1 << 20) == 0) }
    }
  }

  @Test func saysWhatIsWrong() throws {
    let folder = try TemporaryFolder()
    #expect(problem(folder.path + "/absent") == .missing)
    #expect(problem(folder.path) == .isDirectory)
    #expect(problem("/dev/null") == .notAFile)
    #expect(problem(try folder.write("empty", "")) == .empty)
    #expect(
      problem(try folder.write("elf", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0])) == .binary)
    #expect(problem(try folder.write("file/inner", "x") + "/below") == .missing)
    #expect(problem(folder.path + "/" + String(repeating: "x", count: 300)) == .system(code: 36))
  }

  @Test func saysThatPermissionIsDenied() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("secret", "x")
    try #require(chmod(path, 0) == 0)
    #expect(Unprivileged.reach { problem(path) } == .permissionDenied)
  }

  @Test func refusesWhatIsTooLarge() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("large", String(repeating: "x", count: 101))
    let limits = InputLimits(file: 100, unpacked: 100)
    #expect(problem(path, limits: limits) == .tooLarge(limit: 100))
    #expect(problem(try folder.write("fits", String(repeating: "x", count: 100))) == nil)
  }

  @Test func aStrayControlCharacterIsNoReasonToRefuse() throws {
    let folder = try TemporaryFolder()
    let text = "run #0: OK\u{0}\u{1b}[31m\n" + String(repeating: "run #1: OK\n", count: 10)
    #expect(problem(try folder.write("log", text)) == nil)
  }

  @Test(arguments: [
    InputProblem.missing, .permissionDenied, .isDirectory, .notAFile, .noWriter,
    .standardInputIsTerminal,
    .standardInputUsedUp, .empty, .binary, .tooLarge(limit: 1 << 31),
    .unpacksTooLarge(.gzip, limit: 1 << 30), .damaged(.xz), .cutShort(.zstd), .system(code: 5),
  ])
  func everyMessageIsOneLineThatSaysWhatToDo(_ problem: InputProblem) {
    #expect(problem.message.contains(", "))
    #expect(!problem.message.contains("\n"))
    #expect(problem.message.utf8.count < 100)
  }
}
