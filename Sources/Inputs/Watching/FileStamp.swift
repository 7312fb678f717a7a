import Glibc

/// Identifies a state of a file, to detect that it was written or replaced.
package struct FileStamp: Hashable, Sendable {
  private var device: UInt
  private var inode: UInt
  /// How long the file was, in bytes.
  package private(set) var size: Int
  private var seconds: Int
  private var nanoseconds: Int
  /// When its content, its owner or who may read it changed last.
  private var changeSeconds: Int
  private var changeNanoseconds: Int

  /// The stamp of what a path leads to now; nil if that is nothing.
  package init?(of path: InputPath) {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { return nil }
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
    // Reading from a pipe and writing to it changes its times, and is not a reason to read it
    // again.
    if status.st_mode & S_IFMT == S_IFIFO { status = stat() }
    size = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
    changeSeconds = status.st_ctim.tv_sec
    changeNanoseconds = status.st_ctim.tv_nsec
  }
}

extension InputPath {
  /// Whether it leads to a folder.
  package var isFolder: Bool {
    var status = stat()
    return withCString({ stat($0, &status) }) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether what it leads to is gone once it was read: standard input, or a pipe.
  package var isReadOnce: Bool {
    guard self != .standardInput else { return true }
    var status = stat()
    return withCString({ stat($0, &status) }) == 0 && status.st_mode & S_IFMT == S_IFIFO
  }

  /// Whether it is another name of a file: a link, or one of several names.
  var isLink: Bool {
    var status = stat()
    guard withCString({ lstat($0, &status) }) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFLNK || status.st_nlink > 1
  }
}
