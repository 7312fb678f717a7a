import BisectionLog
import JSON
import Reviews
import Triage

/// A line of a list: a log, or an input that could not be read.
package enum ListEntry: Sendable {
  /// A log summed up.
  case log(path: String, digest: ContentDigest, summary: LogSummary, review: Review?)
  /// An input that could not be read, with the reason as one line.
  case unreadable(path: String, error: String)

  /// Where the log was read.
  package var path: String {
    switch self {
    case .log(let path, _, _, _), .unreadable(let path, _): path
    }
  }

  /// The entry as one JSON object of schema `bisectty.list/1`, or `path` and `error`.
  package var json: JSONValue {
    switch self {
    case .unreadable(let path, let error):
      ["path": .string(path), "error": .string(error)]
    case .log(let path, let digest, let summary, let review):
      .object(
        [
          .init("schema", "bisectty.list/1"), .init("path", .string(path)),
          .init("sha256", .string(digest.description)),
        ] + summary.members + [.init("review", review?.json ?? .null)])
    }
  }
}

extension LogSummary {
  fileprivate var members: [JSONValue.Member] {
    [
      .init("format", .string(format.rawValue)),
      .init("direction", .string(direction.rawValue)),
      .init("outcome", .string(outcome.rawValue)),
      .init("commits", .array(commits.map(JSONValue.string))),
      .init("culprit", JSONValue(culprit)),
      .init("culpritTitle", JSONValue(culpritTitle)),
      .init("crashTitle", JSONValue(crashTitle)),
      .init("originalTitle", JSONValue(originalTitle)),
      .init("steps", .integer(steps)),
      .init("probability", JSONValue(probability)),
      .init("suspectCommit", JSONValue(suspectCommit)),
      .init("guiltyFunction", JSONValue(guiltyFunction)),
      .init("guiltyFile", JSONValue(guiltyFile)),
      .init("unrecognised", .integer(unrecognised)),
    ]
  }
}
