import BisectionLog
import Cases
import JSON

extension AnalysedLog {
  /// The case: the bug, what a mail claims, its parts, mails and checks, and the original report.
  func caseObject(_ bugCase: BugCase) -> JSONValue {
    [
      "bug": bugCase.bug.json,
      "claim": bugCase.claim?.json ?? .null,
      "parts": .array(bugCase.parts.map(\.json)),
      "mails": .array(bugCase.mails.map(\.json)),
      "checks": .array(bugCase.checks.map(\.json)),
      "difference": JSONValue(claimDifference),
      "originalReport": originalReport?.json ?? .null,
    ]
  }
}

extension BugCase.Bug {
  fileprivate var json: JSONValue {
    [
      "title": JSONValue(title), "id": JSONValue(id), "link": JSONValue(link),
      "replyTo": JSONValue(replyTo), "subsystems": .array(subsystems.map(JSONValue.string)),
      "status": JSONValue(status),
    ]
  }
}

extension BugCase.Claim {
  fileprivate var json: JSONValue {
    [
      "direction": .string(direction.rawValue), "kind": .string(kind.rawValue),
      "commits": .array(commits.map(JSONValue.string)), "title": JSONValue(title),
      "author": JSONValue(author), "date": JSONValue(date),
    ]
  }
}

extension BugCase.Part {
  fileprivate var json: JSONValue {
    ["kind": .string(kind.rawValue), "url": JSONValue(url), "path": JSONValue(path)]
  }
}

extension BugCase.Mail {
  fileprivate var json: JSONValue {
    [
      "messageID": JSONValue(messageID), "inReplyTo": JSONValue(inReplyTo),
      "subject": .string(subject), "from": .string(from), "date": JSONValue(date),
      "line": .integer(line),
    ]
  }
}

extension BugCase.Check {
  fileprivate var json: JSONValue { ["name": .string(name), "passed": .bool(passed)] }
}
