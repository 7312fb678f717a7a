import BisectionLog
import JSON

extension AnalysedLog {
  /// The commit that is named.
  func culprit(_ culprit: Culprit) -> JSONValue {
    let message = culprit.message.map(log.string).joined(separator: "\n")
    return [
      "commit": text(culprit.commit),
      "title": text(culprit.title),
      "author": text(culprit.author),
      "email": text(culprit.email),
      "date": text(culprit.date),
      "message": culprit.message.isEmpty ? .null : .string(message),
      "isMerge": .bool(culprit.isMerge),
      "isRelease": .bool(culprit.isRelease),
      "files": .array(culprit.files.map(changedFile)),
      "filesChanged": JSONValue(culprit.filesChanged),
      "insertions": JSONValue(culprit.insertions),
      "deletions": JSONValue(culprit.deletions),
      "signature": text(culprit.signature),
      "parentSignature": text(culprit.parentSignature),
    ]
  }

  private func changedFile(_ file: ChangedFile) -> JSONValue {
    [
      "path": text(file.path), "added": JSONValue(file.added), "removed": JSONValue(file.removed),
      "binary": .bool(file.binary),
    ]
  }
}
