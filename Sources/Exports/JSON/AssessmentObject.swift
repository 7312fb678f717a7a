import BisectionLog
import JSON
import Reviews
import Triage

extension AnalysedLog {
  /// How far the culprit can be trusted.
  ///
  /// `suspectReason`, `suspectConsequence`, `titles` and `ending` came after the first version of the schema.
  var assessmentObject: JSONValue {
    [
      "probability": JSONValue(assessment.probability),
      "evidence": .array(assessment.evidence.map(\.json)),
      "suspectStep": JSONValue(assessment.suspects.first?.step),
      "suspectReason": JSONValue(assessment.suspects.first?.reason),
      "suspectConsequence": JSONValue(assessment.suspects.first?.consequence),
      "suspects": .array(assessment.suspects.map { suspect($0) }),
      "titles": .array(assessment.families.members.map(\.json)),
      "ending": assessment.ending?.json ?? .null,
    ]
  }

  private func suspect(_ suspect: SuspectStep) -> JSONValue {
    [
      "step": .integer(suspect.step), "kind": .string(suspect.kind.rawValue),
      "weight": number(suspect.weight), "reason": .string(suspect.reason),
      "consequence": JSONValue(suspect.consequence),
      "remaining": JSONValue(log.steps[suspect.step].remaining),
      "settlingRuns": suspect.settlingRuns.map {
        ["fivePercent": .integer($0.forFivePercent), "onePercent": .integer($0.forOnePercent)]
      } ?? .null,
    ]
  }
}

extension Evidence {
  /// The evidence with the lines it rests on.
  fileprivate var json: JSONValue {
    [
      "code": .string(code), "effect": .string(effect.rawValue), "text": .string(text),
      "lines": .array(lines.map(JSONValue.integer)), "weight": JSONValue(weight),
      "counted": .bool(isCounted),
    ]
  }
}

extension EndingCard {
  /// What is known of a log that names no single commit.
  fileprivate var json: JSONValue {
    func sentences(_ sentences: [Sentence]) -> JSONValue {
      .array(
        sentences.map { sentence in
          ["text": .string(sentence.text), "lines": .array(sentence.lines.map(JSONValue.integer))]
        })
    }
    return [
      "headline": .string(headline), "known": sentences(known), "remaining": sentences(remaining),
      "next": sentences(next),
    ]
  }
}

extension TitleFamilies.Member {
  /// A title and how it relates to the original crash.
  fileprivate var json: JSONValue {
    [
      "title": .string(title), "family": .string(family.rawValue),
      "letter": .string(String(letter)), "line": .integer(line),
    ]
  }
}

extension Review {
  /// The decision of a person.
  var json: JSONValue {
    [
      "verdict": JSONValue(verdict?.rawValue), "reason": JSONValue(reason?.rawValue),
      "rightCommit": JSONValue(rightCommit), "note": .string(note),
      "reviewer": .string(reviewer), "at": .string(at),
    ]
  }
}
