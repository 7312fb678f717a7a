import Exports
import Glibc
import Inputs
import Reviews

/// The files of decisions in a team's repository: `reviews/NAME.jsonl`, one for each reviewer.
struct ReviewFiles {
  /// The reviewer's own file, from the repository's folder.
  let own: String
  /// The file that has git join, line by line, what one reviewer wrote at two desks.
  let attributes = "reviews/.gitattributes"

  private let folder: String

  init(folder: String, reviewer: Reviewer) {
    self.folder = folder
    own = "reviews/\(Self.fileName(of: reviewer)).jsonl"
  }

  /// Reads every file; whether the own one held nothing that had to be left out.
  func readAll(into reading: inout ImportedEvents) -> Bool {
    var isOwnWhole = true
    for name in names {
      let path = "reviews/\(name)"
      reading.read(InputPath("\(folder)/\(path)"))
      if path == own { isOwnWhole = reading.statuses.last == .done }
    }
    return isOwnWhole
  }

  /// Writes the own file; whether that changed it.
  func write(_ text: [UInt8]) throws(CommandFailure) -> Bool {
    let directory = "\(folder)/reviews"
    mkdir(directory, 0o777)
    // A link would lead what is written out of the repository.
    guard kind(directory) == S_IFDIR else {
      throw CommandFailure(
        .inputOutputError, at: InputPath(directory),
        "is no directory that can be made, move it away")
    }
    if kind("\(folder)/\(attributes)") == nil {
      try replaceFile("\(folder)/\(attributes)", with: Array("*.jsonl merge=union -text\n".utf8))
    }
    let path = "\(folder)/\(own)"
    if kind(path) == S_IFREG, let before = try? Input.read(InputPath(path)), before.bytes == text {
      return false
    }
    try replaceFile(path, with: text)
    return true
  }

  /// The names of the plain files of decisions, ordered.
  private var names: [String] {
    let path = "\(folder)/reviews"
    guard kind(path) == S_IFDIR, let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".jsonl"), kind("\(path)/\(name)") == S_IFREG { names.append(name) }
    }
    return names.sorted()
  }

  /// What a path is, links not followed; nil if there is nothing.
  private func kind(_ path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// A name for a file from a reviewer's: different reviewers have different ones, and none is a
  /// path, hidden, or an option.
  static func fileName(of reviewer: Reviewer) -> String {
    let digits = Array("0123456789ABCDEF")
    var name = ""
    for (index, byte) in reviewer.name.utf8.enumerated() {
      let character = Character(Unicode.Scalar(byte))
      let isLetter = byte < 0x80 && (character.isLetter || character.isNumber)
      if isLetter || "_@".contains(character) || (index > 0 && "-.+".contains(character)) {
        name.append(character)
      } else {
        name += "%" + String(digits[Int(byte >> 4)]) + String(digits[Int(byte & 15)])
      }
    }
    guard name.count > 200 else { return name }
    // File systems end names at 255 bytes; '~' is in no other name.
    let digest = ContentDigest(of: Array(reviewer.name.utf8)).description
    return name.prefix(150) + "~" + digest.prefix(32)
  }
}
