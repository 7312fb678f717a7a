import Cases
import JSON

/// The folder of one bug, with its index.
///
/// It is made when the first file is stored.
final class CaseFolder {
  /// What it holds; parts have names before they are available.
  private(set) var index: CaseIndex
  private let root: Folder
  private let name: String
  private var folder: Folder?
  /// Its path; nil if nothing was stored yet.
  var path: String? { folder?.path }
  private var isChanged = true

  init(_ name: String, in root: Folder) {
    self.root = root
    self.name = name
    folder = root.existingSubfolder(name)
    index = folder.flatMap(Self.index) ?? CaseIndex()
  }

  /// The index of a folder; nil if there is none.
  static func index(in folder: Folder) -> CaseIndex? {
    folder.read(CaseIndex.fileName, limit: CaseIndex.sizeLimit).flatMap(CaseIndex.init(reading:))
  }

  /// Adds what is known of the bug; what was known before stays unless it is replaced.
  func take(_ bug: BugCase.Bug, dashboardID: String?) {
    var known = index.bug
    known.title = bug.title ?? known.title
    known.id = bug.id ?? known.id
    known.link = bug.link ?? known.link
    known.replyTo = bug.replyTo ?? known.replyTo
    known.status = bug.status ?? known.status
    if !bug.subsystems.isEmpty { known.subsystems = bug.subsystems }
    isChanged = isChanged || known != index.bug
    index.bug = known
    index.dashboardID = dashboardID ?? index.dashboardID
  }

  /// The place of a part in the index, with a file name of its own from now on.
  func place(of kind: CaseIndex.Kind, url: String?) -> Int {
    if let known = index.parts.firstIndex(where: { $0.url == url && $0.kind == kind }), url != nil {
      return known
    }
    isChanged = true
    index.parts.append(CaseIndex.Part(kind: kind, url: url, file: freeName(kind)))
    return index.parts.count - 1
  }

  /// Whether the file of a part is here, as long as it was when it was stored.
  func isAvailable(_ place: Int) -> Bool {
    let part = index.parts[place]
    return part.isAvailable && folder?.size(of: part.file) == part.bytes
  }

  /// Stores the file of a part.
  func keep(_ bytes: [UInt8], at place: Int) throws(StorageProblem) {
    let part = index.parts[place]
    let folder = try madeFolder()
    // A file that is as it should be keeps its time.
    if folder.read(part.file, limit: bytes.count) != bytes {
      // The name is in the index before the file is there, for a fetch that is killed.
      try saveIfChanged()
      try folder.write(bytes, to: part.file)
    }
    if part.bytes != bytes.count {
      index.parts[place].bytes = bytes.count
      isChanged = true
    }
  }

  /// Whether a mail that a person gave is here already.
  func holds(mail bytes: [UInt8]) -> Bool {
    index.parts.contains { part in
      part.kind == .mail && part.bytes == bytes.count
        && folder?.read(part.file, limit: bytes.count) == bytes
    }
  }

  private func madeFolder() throws(StorageProblem) -> Folder {
    if let folder { return folder }
    let made = try root.subfolder(name)
    folder = made
    return made
  }

  /// Writes the index, if there is a folder.
  func saveIfChanged() throws(StorageProblem) {
    guard isChanged, let folder else { return }
    try folder.write(index.json.text(.indented) + [0x0A], to: CaseIndex.fileName)
    isChanged = false
  }

  /// A name for a file of a kind that neither the index nor the folder has.
  private func freeName(_ kind: CaseIndex.Kind) -> String {
    let (stem, ending) = Self.name(kind)
    let taken = Set(index.parts.map(\.file))
    var number = 1
    while true {
      let name = stem + (number == 1 ? "" : "-\(number)") + ending
      if !taken.contains(name), folder?.holds(name) != true { return name }
      number += 1
    }
  }

  static func name(_ kind: CaseIndex.Kind) -> (stem: String, ending: String) {
    switch kind {
    case .bugData: ("bug", ".json")
    case .bugPage: ("bug", ".html")
    case .thread: ("thread", ".mbox.gz")
    case .mail: ("mail", ".eml")
    case .part(.bisectionLog): ("bisect", ".txt")
    case .part(.report): ("report", ".txt")
    case .part(.finalReport): ("final-report", ".txt")
    case .part(.console): ("console", ".txt")
    case .part(.config): ("kernel", ".config")
    case .part(.syzReproducer): ("repro", ".syz")
    case .part(.cReproducer): ("repro", ".c")
    case .part(.patch): ("patch", ".diff")
    case .part(.asset): ("text", ".txt")
    }
  }
}

/// The folders of bugs in the folder that a person named.
struct CaseFolders {
  private let root: Folder
  /// Names of folders by what identifies a bug.
  private var names: [String: String] = [:]
  private var opened: [String: CaseFolder] = [:]

  /// Looks at the folders that an earlier fetch left.
  init(_ root: Folder) {
    self.root = root
    for name in root.names() {
      guard let folder = root.existingSubfolder(name), let index = CaseFolder.index(in: folder)
      else { continue }
      for key in Self.keys(index.bug, index.dashboardID) { names[key] = name }
    }
  }

  /// The folder of a bug: the one it has, else a new one; `otherwise` names a bug without identifier.
  mutating func folder(
    of bug: BugCase.Bug, dashboardID: String?, otherwise: String
  ) -> CaseFolder {
    let keys = Self.keys(bug, dashboardID)
    let known = keys.lazy.compactMap { [names] in names[$0] }.first
    let name = known ?? Self.name(bug, dashboardID, otherwise: otherwise)
    for key in keys { names[key] = name }
    let folder: CaseFolder
    if let known = opened[name] {
      folder = known
    } else {
      folder = CaseFolder(name, in: root)
      opened[name] = folder
    }
    folder.take(bug, dashboardID: dashboardID)
    return folder
  }

  private static func keys(_ bug: BugCase.Bug, _ dashboardID: String?) -> [String] {
    [
      bug.id.map { "id " + $0 }, dashboardID.map { "dashboard " + $0 },
      bug.link.map { "link " + $0 },
    ].compactMap { $0 }
  }

  /// Identifier and title in safe characters.
  private static func name(
    _ bug: BugCase.Bug, _ dashboardID: String?, otherwise: String
  ) -> String {
    let identifier = safe(bug.id ?? dashboardID ?? otherwise, limit: 40)
    let title = safe(bug.title ?? "", limit: 60)
    let name = [identifier, title].filter { !$0.isEmpty }.joined(separator: "-")
    return name.isEmpty ? "bug" : name
  }

  /// Letters, digits, `_` and `.`; everything else becomes one hyphen, none at the ends.
  private static func safe(_ text: String, limit: Int) -> String {
    let words = text.utf8.split { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "."):
        false
      default: true
      }
    }
    let name = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    let cut = name.prefix(limit).drop { $0 == "." }
    return String(cut.reversed().drop { $0 == "." || $0 == "-" }.reversed())
  }
}
