import Cases
import JSON

/// The dashboard's JSON of a bug; every key may be missing.
struct BugData: Sendable, Equatable {
  var title: String?
  var dashboardID: String?
  var status: String?
  /// The parts of the first crash, and the reproducers of the first crash that has them.
  var parts: [PageLink] = []
  /// Links to the bug's threads.
  var threads: [String] = []

  /// Reads the page; nil if it is not JSON of a bug.
  init?(_ bytes: [UInt8]) {
    guard let json = try? JSONValue(reading: bytes), case .object = json,
      json["title"] != nil || json["crashes"] != nil || json["id"] != nil
    else { return nil }
    title = json["title"]?.string
    dashboardID = json["id"]?.string
    status = json["status"]?.string
    threads = (json["discussions"]?.elements ?? []).compactMap { $0.string ?? $0["link"]?.string }
    takeParts(of: json["crashes"]?.elements ?? [])
  }

  private static let keys: [(key: String, kind: BugCase.Part.Kind)] = [
    ("crash-report-link", .report), ("crash-log-link", .console), ("kernel-config", .config),
    ("syz-reproducer", .syzReproducer), ("c-reproducer", .cReproducer),
  ]

  /// Of each kind the first that there is: the first crash is the one that was reported.
  private mutating func takeParts(of crashes: [JSONValue]) {
    for (key, kind) in Self.keys {
      let links = crashes.lazy.compactMap { $0[key]?.string }.filter { !$0.isEmpty }
      if let link = links.first { parts.append(PageLink(kind: .part(kind), reference: link)) }
    }
  }
}

/// A link on a page, not looked at yet.
struct PageLink: Sendable, Equatable {
  var kind: CaseIndex.Kind
  /// As it is there; it may be relative.
  var reference: String
}

/// The bugs of a list in the dashboard's JSON.
enum BugListData {
  /// The links of the bugs; nil if the page is no such list.
  static func links(_ bytes: [UInt8]) -> [String]? {
    guard let json = try? JSONValue(reading: bytes) else { return nil }
    let lists: [JSONValue?] = [json["Bugs"], json["bugs"], json]
    guard case .array(let bugs)? = lists.first(where: Self.isList) ?? nil else { return nil }
    return bugs.compactMap { bug in
      if let link = bug["link"]?.string ?? bug["Link"]?.string { return link }
      if let id = bug["extid"]?.string { return "/bug?extid=" + id }
      return bug["id"]?.string.map { "/bug?id=" + $0 }
    }
  }

  private static func isList(_ value: JSONValue?) -> Bool {
    if case .array = value { true } else { false }
  }
}
