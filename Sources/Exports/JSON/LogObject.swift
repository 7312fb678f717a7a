import BisectionLog
import JSON
import Reviews

extension AnalysedLog {
  /// The log as one JSON object of schema `bisectty.log/1`.
  ///
  /// Every key is always there, `null` where nothing is known; lines count from 1, indices from 0.
  package var json: JSONValue {
    let steps = log.steps.enumerated().map { step($1, index: $0) }
    return [
      "schema": "bisectty.log/1",
      "source": source,
      "direction": .string(log.direction.rawValue),
      "host": text(log.host),
      "startedAt": JSONValue(log.string(log.startedAt).flatMap(internetTime(ofGoTime:))),
      "startCommit": text(log.startCommit),
      "syzkallerCommit": text(log.syzkallerCommit),
      "range": range,
      "steps": .array(steps),
      "gitCommands": .array(log.gitCommands.map(gitCommand)),
      "outcome": outcome,
      "culprit": log.culprit.map(culprit) ?? .null,
      "recipients": recipients,
      "statistics": statistics,
      "crash": log.crash.map(crash) ?? .null,
      "unrecognised": .array(log.unrecognisedLines.map(unrecognised)),
      "case": bugCase.map(caseObject) ?? .null,
      "assessment": isBisection ? assessmentObject : .null,
      "review": review?.json ?? .null,
    ]
  }

  /// A piece of the log, or `null`.
  func text(_ range: TextRange?) -> JSONValue { JSONValue(log.string(range)) }

  /// Several pieces of the log.
  func texts(_ ranges: [TextRange]) -> JSONValue {
    .array(ranges.map { .string(log.string($0)) })
  }

  /// A number without what binary fractions add to the printed one: nine decimals, as Go's times have.
  func number(_ value: Double?) -> JSONValue {
    guard let value, abs(value) < 1e6 else { return JSONValue(value) }
    return .number((value * 1e9).rounded() / 1e9)
  }

  private var source: JSONValue {
    [
      "path": .string(path), "sha256": .string(digest.description),
      "bytes": .integer(log.source.bytes.count), "lines": .integer(log.source.lineCount),
      "format": .string(log.format.rawValue),
    ]
  }

  private var range: JSONValue {
    guard let range = log.range else { return .null }
    return ["bad": text(range.bad), "good": text(range.good)]
  }

  private var outcome: JSONValue {
    [
      "kind": .string(log.outcome.kind.rawValue), "commits": texts(log.outcome.commits),
      "message": text(log.outcome.message), "line": JSONValue(log.outcome.line),
    ]
  }

  private var recipients: JSONValue {
    [
      "to": addresses(log.recipients?.to ?? []), "cc": addresses(log.recipients?.cc ?? []),
    ]
  }

  private func addresses(_ ranges: [TextRange]) -> JSONValue {
    .array(ranges.map { .string(unquoted(goString: log.string($0))) })
  }

  private var statistics: JSONValue {
    let stated = log.statistics
    return [
      "revisionsTested": JSONValue(stated.revisionsTested),
      "totalSeconds": number(stated.totalSeconds),
      "buildSeconds": number(stated.buildSeconds),
      "testSeconds": number(stated.testSeconds),
      "flaky": .bool(stated.flaky),
      "reproChance": number(stated.reproChance),
      "errorProbability": number(stated.errorProbability),
    ]
  }

  private func unrecognised(_ line: Int) -> JSONValue {
    let range = log.source.range(ofLine: line)
    return ["line": .integer(line), "text": .string(log.source.string(range))]
  }
}
