import Glibc

/// An opened folder.
///
/// What is in it is reached through its descriptor, so that nothing that happens to
/// the path can lead elsewhere.
final class Folder: Sendable {
  /// Its path, for messages.
  let path: String
  private let descriptor: Int32

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Opens a folder that a person named, and makes it with the folders above it where it is missing.
  init(making path: String, mode: mode_t) throws(StorageProblem) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += part
      if mkdir(made, mode) != 0, ![EEXIST, EISDIR, EROFS, EACCES].contains(errno) {
        throw StorageProblem(path: made, code: errno)
      }
      made += "/"
    }
    self.path = path
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StorageProblem(path: path, code: errno) }
  }

  /// Opens a folder that is there.
  convenience init(_ path: String) throws(StorageProblem) {
    let opened = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { throw StorageProblem(path: path, code: errno) }
    self.init(path: path, descriptor: opened)
  }

  /// A folder in this one, made where it is missing; a link in its place is refused.
  func subfolder(_ name: String, mode: mode_t = 0o777) throws(StorageProblem) -> Folder {
    let place = "\(path)/\(name)"
    if mkdirat(descriptor, name, mode) != 0, errno != EEXIST {
      throw StorageProblem(path: place, code: errno)
    }
    guard let folder = existingSubfolder(name) else {
      throw StorageProblem(path: place, code: errno)
    }
    return folder
  }

  /// A folder in this one; nil if there is none.
  func existingSubfolder(_ name: String) -> Folder? {
    let opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    return opened >= 0 ? Folder(path: "\(path)/\(name)", descriptor: opened) : nil
  }

  /// Locks the folder for this process for the lifetime of the value; false if another process holds it.
  func lock() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK }

  /// Whether nobody but this user can change what is in it.
  var isPrivate: Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_uid == geteuid()
      && status.st_mode & 0o022 == 0
  }

  /// The size of a plain file; nil if there is none.
  func size(of name: String) -> Int? {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    return Int(status.st_size)
  }

  /// Whether something of any kind has a name here.
  func holds(_ name: String) -> Bool {
    var status = stat()
    return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0
  }

  /// The names of what is in it, without hidden ones and those that are not UTF-8.
  func names() -> [String] {
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let stream = fdopendir(copy) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if let name, !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The bytes of a plain file; nil if there is none, or it is too large.
  func read(_ name: String, limit: Int) -> [UInt8]? {
    let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= limit
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var count = 0
    while count < bytes.count {
      let part = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(file, buffer.baseAddress.map { $0 + count }, buffer.count - count)
      }
      if part < 0, errno == EINTR { continue }
      guard part > 0 else { return nil }
      count += part
    }
    return bytes
  }

  /// Writes a file whole or not at all: under another name first, then on the disk, then renamed.
  func write(_ bytes: [UInt8], to name: String, mode: mode_t = 0o666) throws(StorageProblem) {
    let draft = ".\(name).\(getpid()).new"
    unlinkat(descriptor, draft, 0)
    let file = openat(descriptor, draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard file >= 0 else { throw StorageProblem(path: "\(path)/\(name)", code: errno) }
    var code = Self.write(bytes, to: file)
    if code == 0, fsync(file) != 0 { code = errno }
    if close(file) != 0, code == 0 { code = errno }
    if code == 0, renameat(descriptor, draft, descriptor, name) != 0 { code = errno }
    guard code != 0 else { return }
    unlinkat(descriptor, draft, 0)
    throw StorageProblem(path: "\(path)/\(name)", code: code)
  }

  /// Writes all bytes; the error's number, or 0.
  private static func write(_ bytes: [UInt8], to file: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let piece = UnsafeRawBufferPointer(rebasing: rest)
        let count = Glibc.write(file, piece.baseAddress, piece.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { return errno }
        rest = rest.dropFirst(count)
      }
      return 0
    }
  }
}

/// Why something could not be kept on this machine.
package struct StorageProblem: Error, Hashable, Sendable {
  /// The file or folder.
  package var path: String
  /// The system's number for what is wrong.
  package var code: Int32

  /// Whether what comes next cannot be kept either.
  var concernsAll: Bool { [ENOSPC, EDQUOT, EIO, EROFS, EMFILE, ENFILE].contains(code) }

  /// What is wrong and what to do, as one line without the path.
  package var message: String {
    switch code {
    case ENOSPC, EDQUOT: "there is no room left, make some and run it again"
    case EFBIG: "the system allows no file of this size (ulimit -f), allow more and run it again"
    case EACCES, EPERM, EROFS: "may not be written, name another folder"
    case ENOTDIR, ELOOP: "is no folder, name another one"
    default:
      "\(strerror(code).map { String(cString: $0).lowercased() } ?? "error \(code)"), try again"
    }
  }
}
