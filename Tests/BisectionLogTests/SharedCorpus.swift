import BisectionLog
import Foundation
import TestSupport

/// The collection's logs, parsed once for all tests of the process.
enum SharedCorpus {
  /// Whether tests that need the collection can run.
  static var isThere: Bool { Corpus.folder != nil }

  /// A parsed log and its place in the collection.
  struct Entry: Sendable {
    var path: String
    var log: BisectionLog
    /// The file's name without its ending.
    var name: String { String(path.split(separator: "/").last?.dropLast(4) ?? "") }
  }

  static let syzbot = entries(in: "syzbot/logs")
  static let seeds = entries(in: "seeds")
  static let eras = folders(in: "eras").flatMap { entries(in: "eras/" + $0) }
  static let git = folders(in: "git").flatMap { entries(in: "git/" + $0) }
  static let lists = entries(in: "lists")
  static let reports = entries(in: "reports")

  /// All of them.
  static var everything: [Entry] { syzbot + seeds + eras + git + lists + reports }

  /// The parsed files of a folder, in the order of their names.
  static func entries(in folder: String) -> [Entry] {
    files(in: folder).compactMap { name in
      let path = folder + "/" + name
      return (try? Corpus.bytes(path)).map { Entry(path: path, log: BisectionLog(parsing: $0)) }
    }
  }

  /// The names of a folder's `.txt` files, in order.
  static func files(in folder: String) -> [String] {
    folders(in: folder).filter { $0.hasSuffix(".txt") }
  }

  /// The names in a folder, in order.
  static func folders(in folder: String) -> [String] {
    guard let root = Corpus.folder else { return [] }
    let names = try? FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)
    return (names ?? []).sorted()
  }

  /// The rows of a table of the collection, with the heading's names.
  static func table(_ path: String) throws -> [[String: String]] {
    let text = String(decoding: try Corpus.bytes(path), as: UTF8.self)
    let rows = text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard let heading = rows.first else { return [] }
    return rows.dropFirst().map { Dictionary(zip(heading, $0)) { first, _ in first } }
  }
}
