import Glibc

/// Files that are replaced as a whole: a reader sees the old one or the new one, also after a crash.
enum AtomicFile {
  /// The bytes of a file; nil if there is none, or it is too large, or is not a plain file.
  static func read(_ path: String, limit: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= limit
    else { return nil }
    let size = Int(status.st_size)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let part = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if part < 0, errno == EINTR { continue }
        guard part > 0 else { return }
        count += part
      }
    }
  }

  /// Replaces a file by one with some bytes, readable only for its owner.
  static func write(_ bytes: [UInt8], to path: String) throws(StateError) {
    let draft = path + ".\(getpid()).new"
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw StateError(path: draft, code: errno) }
    var code = writeAll(bytes, to: descriptor)
    if code == 0, fdatasync(descriptor) != 0 { code = errno }
    if close(descriptor) != 0, code == 0 { code = errno }
    if code == 0, rename(draft, path) != 0 { code = errno }
    guard code != 0 else { return }
    unlink(draft)
    throw StateError(path: path, code: code)
  }

  /// Writes all bytes; the error's number, or 0.
  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let piece = UnsafeRawBufferPointer(rebasing: rest)
        let count = Glibc.write(descriptor, piece.baseAddress, piece.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { return errno }
        rest = rest.dropFirst(count)
      }
      return 0
    }
  }
}

/// Removes files that will not be needed again.
enum OldFiles {
  /// Removes the oldest files of a folder until no more than `limit` are left.
  static func remove(in folder: String, beyond limit: Int) {
    guard let directory = opendir(folder) else { return }
    defer { closedir(directory) }
    var files: [(seconds: Int, path: String)] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      var status = stat()
      let path = folder + "/" + name
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      files.append((Int(status.st_mtim.tv_sec), path))
    }
    let old = files.sorted { $0.seconds < $1.seconds }.prefix(max(0, files.count - limit))
    for file in old { unlink(file.path) }
  }
}
