import JSON

/// What was fetched before, for all folders: texts that never change, and pages with their
/// validators.
package struct FetchCache: Sendable {
  private let folder: Folder
  /// The folder for bugs that nobody named a folder for.
  package let casesPath: String

  private static let headLimit = 8 << 10

  /// Opens the cache below `base` (`$XDG_CACHE_HOME`), and makes it where it is missing.
  ///
  /// - Throws: ``CacheProblem`` if it cannot be used, or another user could put something into it.
  package init(below base: String) throws(CacheProblem) {
    let own = try Self.privateFolder { () throws(StorageProblem) in
      try Folder(making: base, mode: 0o700).subfolder("bisectty", mode: 0o700)
    }
    folder = try Self.privateFolder { () throws(StorageProblem) in
      try own.subfolder("fetched", mode: 0o700)
    }
    casesPath = try Self.privateFolder { () throws(StorageProblem) in
      try own.subfolder("cases", mode: 0o700)
    }.path
  }

  private static func privateFolder(
    _ open: () throws(StorageProblem) -> Folder
  ) throws(CacheProblem) -> Folder {
    let folder: Folder
    do throws(StorageProblem) { folder = try open() } catch { throw .unusable(error) }
    guard folder.isPrivate else { throw .shared(folder.path) }
    return folder
  }

  /// What was kept of a link; nil if nothing is, or not all of it.
  func entry(_ link: WebLink, limit: Int) -> (body: [UInt8], validators: Validators)? {
    guard let name = Self.name(of: link),
      let bytes = folder.read(name, limit: limit + Self.headLimit),
      let end = bytes.firstIndex(of: 0x0A), let head = try? JSONValue(reading: bytes[..<end]),
      head["url"]?.string == link.text, head["bytes"]?.integer == bytes.count - end - 1
    else { return nil }
    let validators = Validators(
      etag: head["etag"]?.string, lastModified: head["lastModified"]?.string)
    return (Array(bytes[(end + 1)...]), validators)
  }

  /// Keeps an answer; one that cannot be kept is asked for again another time.
  func keep(_ body: [UInt8], _ validators: Validators, of link: WebLink) {
    guard let name = Self.name(of: link) else { return }
    let head: JSONValue = [
      "url": .string(link.text), "bytes": .integer(body.count),
      "etag": JSONValue(validators.etag), "lastModified": JSONValue(validators.lastModified),
    ]
    let line = head.text()
    guard line.count < Self.headLimit else { return }
    try? folder.write(line + [0x0A] + body, to: name, mode: 0o600)
  }

  /// A file name from which the link can be read; nil for a link too long for one.
  private static func name(of link: WebLink) -> String? {
    var name = ""
    for scalar in link.text.unicodeScalars {
      let isPlain =
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "."
        || scalar == "-"
      name += isPlain ? String(scalar) : "_" + String(scalar.value, radix: 16)
    }
    return name.utf8.count <= 200 ? name : nil
  }
}

/// Why there is no cache.
package enum CacheProblem: Error, Hashable, Sendable {
  /// Another user may write to the folder, or owns it.
  case shared(String)
  case unusable(StorageProblem)

  /// One line for people.
  package var line: String {
    switch self {
    case .shared(let path):
      "\(path): another user may write to it, so nothing is kept or used there; run 'chmod go-w' on it or set XDG_CACHE_HOME"
    case .unusable(let problem): "\(problem.path): \(problem.message); nothing is kept there"
    }
  }
}
