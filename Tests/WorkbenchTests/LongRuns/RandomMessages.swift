import BisectionLog
import Kernel
import Reviews
import Screen
import TestSupport

@testable import Workbench

extension RandomEvents {
  /// Something from the outside: files, other people's decisions, answers that come late or wrong.
  mutating func message(for model: Model) -> Message? {
    let entries = model.list.entries
    let id = number(0...max(0, entries.count - 1))
    switch number(0...9) {
    case 0: return .report(Status(text(), .notice))
    case 1: return .notRecorded(text())
    case 2: return .opened(nil, id: id)
    case 3: return .settled([(id, .failed("permission denied, check who may read it"))])
    case 4 where entries.count < 40:
      return .found([LogEntry(id: entries.count, path: "late/\(text())")])
    case 5: return hits(among: entries.count, pattern: model.dialogue.hits?.pattern ?? "")
    case 6: return .complete
    case 7: return .kernel(.found(workTree: "/src/linux"))
    case 8: return decision(on: model)
    default: return answer(to: model.kernel.awaited)
    }
  }

  private mutating func hits(among count: Int, pattern: String) -> Message? {
    guard count > 0 else { return nil }
    let found = (0..<number(0...40)).map { _ in
      SearchHit(log: number(0...count - 1), line: number(1...5000), text: text())
    }
    return .hits(found, pattern: pattern, files: 1, isComplete: number(0...1) == 0)
  }

  /// What another person decides meanwhile.
  private mutating func decision(on model: Model) -> Message? {
    guard let other = Reviewer("ben"), let time = EventTime("2026-02-01T10:00:00Z"),
      let log = model.subjects.first,
      let decision = try? Decision(number(0...1) == 0 ? .correct : nil, note: text())
    else { return nil }
    let events = model.decisions.book.deciding(
      decision, on: [log], by: other, at: time, stroke: StrokeID.random())
    return .recorded(events, own: false)
  }

  private mutating func answer(to question: KernelQuestion?) -> Message? {
    guard let question, let commit = Revision("0123456789abcdef0123456789abcdef01234567") else {
      return .kernel(.unusable(.cancelled))
    }
    let line = CommitLine(commit: commit, title: text(), author: text(), date: "2020-01-31")
    let text = SourceText(Array((0..<number(0...200)).map { "code \($0)\t\u{9b}\n" }.joined().utf8))
    let result: Result<KernelAnswer, KernelProblem> =
      switch question {
      case .source(let path, let commit):
        KernelPath(path).map {
          .success(.source(SourceFile(path: $0, commit: commit, text: text)))
        } ?? .failure(.cancelled)
      case .commit: .success(.commit(text.bytes))
      case .between:
        .success(
          .between(CommitRange(commits: [line, line].prefix(number(0...2)).map { $0 }, total: 9)))
      case .origin(let path, let number, _):
        .success(
          .origin(
            LineOrigin(commit: line, path: path, line: number, isBoundary: false, text: line.title))
        )
      default: .failure(.cancelled)
      }
    return .kernel(.answered(question, result))
  }
}
