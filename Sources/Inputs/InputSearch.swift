import Glibc

/// Something that the search for inputs came across.
package enum FoundInput: Hashable, Sendable {
  /// A file to read, or standard input.
  case input(InputPath)
  /// Something in a directory that is not a file: a pipe, a socket, a device. It is passed over.
  case passedOver(InputPath)
  /// A path that leads nowhere or may not be read.
  case failed(InputError)
}

/// Finds the files that the paths on a command line name.
///
/// Directories are searched to any depth, their entries ordered by bytes; names that begin with a
/// dot are left out, as shells do. Links are followed, and a directory that was searched already is
/// not searched again, so a loop of links ends.
package struct InputSearch {
  private struct Identity: Hashable {
    var device: UInt
    var inode: UInt
  }

  private var searched: Set<Identity> = []
  private var usedStandardInput = false
  private let visit: (FoundInput) -> Void
  private let enter: (InputPath) -> Void

  /// Walks `paths` in their order and hands over what it finds as it finds it.
  ///
  /// `enter` is called for each directory before its entries are read, so that a watch that is set
  /// there misses none.
  package static func walk(
    _ paths: [InputPath], entering enter: (InputPath) -> Void = { _ in },
    visit: (FoundInput) -> Void
  ) {
    withoutActuallyEscaping(visit) { visit in
      withoutActuallyEscaping(enter) { enter in
        var search = InputSearch(visit: visit, enter: enter)
        for path in paths { search.named(path) }
      }
    }
  }

  /// Everything that `paths` lead to.
  package static func find(_ paths: [InputPath]) -> [FoundInput] {
    var found: [FoundInput] = []
    walk(paths) { found.append($0) }
    return found
  }

  private init(
    visit: @escaping (FoundInput) -> Void, enter: @escaping (InputPath) -> Void
  ) {
    self.visit = visit
    self.enter = enter
  }

  /// A path that a person named: only a directory is searched; reading decides about anything else.
  private mutating func named(_ path: InputPath) {
    guard path != .standardInput else { return standardInput() }
    guard let kind = kind(of: path) else { return fail(path, errno) }
    if kind == S_IFDIR { directory(path) } else { visit(.input(path)) }
  }

  private mutating func standardInput() {
    guard !usedStandardInput else {
      return visit(.failed(InputError(path: .standardInput, problem: .standardInputUsedUp)))
    }
    usedStandardInput = true
    visit(.input(.standardInput))
  }

  /// Whether a name is that of a database.
  ///
  /// The store of reviews may lie among the logs, and a process that opens and closes a database's
  /// file beside SQLite gives up the locks it holds on it.
  private static func isDatabase(_ name: [UInt8]) -> Bool {
    let text = String(decoding: name, as: UTF8.self)
    return [".sqlite", ".sqlite-wal", ".sqlite-shm"].contains { text.hasSuffix($0) }
  }

  /// Whether an entry of a directory is looked at: neither a hidden one nor a database.
  static func takes(name: [UInt8]) -> Bool {
    name.first != UInt8(ascii: ".") && !isDatabase(name)
  }

  private mutating func directory(_ path: InputPath) {
    guard let entries = entries(of: path) else { return }
    for entry in entries {
      let inner = path.appending(entry.name)
      guard let kind = entry.kind ?? kind(of: inner) else {
        fail(inner, errno)
        continue
      }
      switch kind {
      case S_IFDIR: directory(inner)
      case S_IFREG: if !Self.isDatabase(entry.name) { visit(.input(inner)) }
      default: visit(.passedOver(inner))
      }
    }
  }

  /// The entries of a directory, ordered; nil if it cannot be read or was searched already.
  private mutating func entries(of path: InputPath) -> [DirectoryEntry]? {
    guard let stream = path.withCString({ opendir($0) }) else {
      fail(path, errno)
      return nil
    }
    defer { closedir(stream) }
    var status = stat()
    guard fstat(dirfd(stream), &status) == 0 else {
      fail(path, errno)
      return nil
    }
    let identity = Identity(device: UInt(status.st_dev), inode: UInt(status.st_ino))
    guard searched.insert(identity).inserted else { return nil }
    enter(path)
    let entries = DirectoryEntry.all(in: stream)
    return FetchedNames.visited(entries).sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  private func fail(_ path: InputPath, _ code: Int32) {
    visit(.failed(InputError(path: path, problem: InputProblem(errno: code))))
  }

  /// The file type behind a path, links followed; nil with `errno` set if there is none.
  private func kind(of path: InputPath) -> mode_t? {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { return nil }
    return status.st_mode & S_IFMT
  }
}
