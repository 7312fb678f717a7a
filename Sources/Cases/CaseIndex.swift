/// What a folder holds of one bug: the index file that `bisectty fetch` writes beside the files.
///
/// A part has a file name from the moment it is wanted, so that an interrupted fetch finds its own
/// files again; it is available once its size is known.
package struct CaseIndex: Sendable, Equatable {
  /// The name of the index file in a bug's folder.
  package static let fileName = "case.json"
  /// The value of the index's `schema`.
  package static let schema = "bisectty.case/1"
  /// The largest index that is read, in bytes.
  package static let sizeLimit = 4 << 20

  /// What its mails and pages contain about the bug.
  package var bug = BugCase.Bug()
  /// The dashboard's own identifier of the bug (`id` in its links).
  package var dashboardID: String?
  /// Everything that belongs to the bug, whether it is available or not.
  package var parts: [Part] = []

  /// An index of a bug of which nothing is known yet.
  package init() {}
}

extension CaseIndex {
  /// What a file of the folder is.
  package enum Kind: Sendable, Hashable {
    /// A part that mails and pages link to.
    case part(BugCase.Part.Kind)
    /// The dashboard's page of the bug as JSON and as HTML.
    case bugData, bugPage
    /// A mailbox with the thread of a mail.
    case thread
    /// A mail that a person gave.
    case mail
  }

  /// A part of the case, and the file that holds it or is going to.
  package struct Part: Sendable, Equatable {
    /// What it is.
    package var kind: Kind
    /// Where it comes from; nil if a person gave it.
    package var url: String?
    /// The name of its file in the folder.
    package var file: String
    /// The file's size; nil if the part is not available.
    package var bytes: Int?

    /// A part.
    package init(kind: Kind, url: String?, file: String, bytes: Int? = nil) {
      self.kind = kind
      self.url = url
      self.file = file
      self.bytes = bytes
    }

    /// Whether the file was stored whole.
    package var isAvailable: Bool { bytes != nil }
  }

  /// The parts as a case lists them, kind by kind, with paths in `folder` for those that are
  /// available.
  package func bugParts(in folder: String) -> [BugCase.Part] {
    BugCase.Part.Kind.allCases.flatMap { kind in
      parts.filter { $0.kind == .part(kind) }.map { part in
        BugCase.Part(
          kind: kind, url: part.url, path: part.isAvailable ? "\(folder)/\(part.file)" : nil)
      }
    }
  }

  /// The case that the folder holds.
  package func bugCase(in folder: String) -> BugCase {
    var bugCase = BugCase()
    bugCase.bug = bug
    bugCase.parts = bugParts(in: folder)
    return bugCase
  }

  /// The names of the available files of one kind.
  package func files(_ kind: Kind) -> [String] {
    parts.filter { $0.kind == kind && $0.isAvailable }.map(\.file)
  }

  /// Whether a name is that of a plain, visible file in the folder itself.
  package static func isSafe(fileName: String) -> Bool {
    (1...120).contains(fileName.utf8.count) && fileName.utf8.first != UInt8(ascii: ".")
      && fileName.utf8.first != UInt8(ascii: "-")
      && fileName.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
          UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: "-"),
          UInt8(ascii: "_"), UInt8(ascii: "+"):
          true
        default: false
        }
      }
  }
}

extension CaseIndex.Kind: RawRepresentable {
  /// A kind by its name in the index.
  package init?(rawValue: String) {
    switch rawValue {
    case "bugData": self = .bugData
    case "bugPage": self = .bugPage
    case "thread": self = .thread
    case "mail": self = .mail
    default:
      guard let kind = BugCase.Part.Kind(rawValue: rawValue) else { return nil }
      self = .part(kind)
    }
  }

  /// The name in the index.
  package var rawValue: String {
    switch self {
    case .part(let kind): kind.rawValue
    case .bugData: "bugData"
    case .bugPage: "bugPage"
    case .thread: "thread"
    case .mail: "mail"
    }
  }
}
