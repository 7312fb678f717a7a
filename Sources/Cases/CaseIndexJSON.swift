import JSON

extension CaseIndex {
  /// The index as the file's JSON.
  package var json: JSONValue {
    [
      "schema": .string(Self.schema),
      "bug": [
        "title": JSONValue(bug.title), "id": JSONValue(bug.id),
        "dashboardId": JSONValue(dashboardID), "link": JSONValue(bug.link),
        "replyTo": JSONValue(bug.replyTo),
        "subsystems": .array(bug.subsystems.map(JSONValue.string)),
        "status": JSONValue(bug.status),
      ],
      "parts": .array(parts.map(\.json)),
    ]
  }

  /// Reads an index; nil if the bytes are none, or one of a newer kind.
  ///
  /// Parts of unknown kinds, and parts whose file names lead out of the folder, are left out.
  package init?(reading bytes: [UInt8]) {
    guard bytes.count <= Self.sizeLimit, let json = try? JSONValue(reading: bytes),
      json["schema"]?.string == Self.schema, let bug = json["bug"]
    else { return nil }
    self.bug.title = bug["title"]?.string
    self.bug.id = bug["id"]?.string
    self.bug.link = bug["link"]?.string
    self.bug.replyTo = bug["replyTo"]?.string
    self.bug.subsystems = (bug["subsystems"]?.elements ?? []).compactMap(\.string)
    self.bug.status = bug["status"]?.string
    dashboardID = bug["dashboardId"]?.string
    parts = (json["parts"]?.elements ?? []).compactMap(Part.init)
  }
}

extension CaseIndex.Part {
  fileprivate var json: JSONValue {
    [
      "kind": .string(kind.rawValue), "url": JSONValue(url), "file": .string(file),
      "bytes": JSONValue(bytes),
    ]
  }

  fileprivate init?(_ json: JSONValue) {
    guard let kind = json["kind"]?.string.flatMap(CaseIndex.Kind.init),
      let file = json["file"]?.string, CaseIndex.isSafe(fileName: file)
    else { return nil }
    let bytes = json["bytes"]?.integer.flatMap { $0 >= 0 ? $0 : nil }
    self.init(kind: kind, url: json["url"]?.string, file: file, bytes: bytes)
  }
}
