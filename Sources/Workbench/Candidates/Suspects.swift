import BisectionLog
import Triage

extension Model {
  /// Goes to the best suspect step, and from one suspect to the next.
  mutating func goToNextSuspect(in opened: OpenedLog) {
    let suspects = opened.assessment.likelySuspects
    guard !suspects.isEmpty else {
      status = Status("No step stands out as suspect", .dim)
      return
    }
    let here = suspects.firstIndex { $0.step == selection.visitedSuspect }
    let next = here.map { ($0 + 1) % suspects.count } ?? 0
    let suspect = suspects[next]
    selection.visitedSuspect = suspect.step
    go(toStep: suspect.step)
    let rank = suspects.count > 1 ? "\(next + 1) of \(suspects.count): " : ""
    let doubt = opened.assessment.suspect == nil ? "If the culprit is wrong: " : ""
    status = Status(rank + doubt + suspect.reason, .warning)
  }

  /// The suspect that is meant: the one under the cursor of the timeline, else the best one.
  var meantSuspect: SuspectStep? {
    guard let suspects = opened?.assessment.suspects else { return nil }
    return suspects.first { $0.step == selectedStep } ?? suspects.first
  }
}

extension CardBuilder {
  /// The suspect steps with their reasons, what each leaves out, and what would settle it.
  var suspects: [CardRow] {
    let suspects = assessment.shownSuspects.filter { log.steps.indices.contains($0.step) }
    guard !suspects.isEmpty else { return [] }
    let heading = suspects.count == 1 ? "Suspect step" : "Suspect steps; s goes through them"
    return [.blank, CardRow(heading, .warning, target: .step(suspects[0].step))]
      + suspects.enumerated().flatMap { rank, suspect in rows(of: suspect, rank: rank + 1) }
  }

  private func rows(of suspect: SuspectStep, rank: Int) -> [CardRow] {
    let step = log.steps[suspect.step]
    let hash = String(log.string(step.commit).prefix(12))
    let name = log.string(step.release).map { "\($0) \(hash)" } ?? hash
    let share = "\(Trust.percent(suspect.weight)) %, \(suspect.kind.words)"
    let target = RowTarget.step(suspect.step)
    var rows = [
      CardRow("\(name)  \(share)", .heading, lead: " \(rank) ", leadRole: .warning, target: target),
      CardRow(suspect.reason, lead: "   ", target: target),
    ]
    if let consequence = suspect.consequence {
      rows.append(CardRow(consequence, lead: "   ", target: target))
    }
    if let runs = suspect.settlingRuns {
      rows.append(
        CardRow(
          "\(runs.forFivePercent) passing runs there settle it to 5 %, \(runs.forOnePercent) to 1 %.",
          .dim, lead: "   ", target: target))
    }
    return rows
  }
}
