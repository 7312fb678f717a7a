import BisectionLog
import Foundation
import Reviews
import Screen
import Testing
import Triage

@testable import Workbench

/// The workbench over the sample logs, with everything outside answered at once: logs are read when
/// they are asked for, decisions are kept in memory under a fixed name and time.
struct Bench {
  private(set) var model: Model
  /// What the run loop would show, each screen made from the one before.
  private(set) var drawn: DrawnScreen?
  /// What the run loop would show before the log that was asked for last.
  private(set) var ahead: DrawnScreen?
  /// What was asked of the outside and not answered here.
  private(set) var effects: [Effect] = []
  /// Whether logs that are asked for come only with ``sendHeldAnswers()``.
  var holdsAnswers = false
  private var heldAnswers: [Message] = []
  private let logs: [OpenedLog]
  private var recorder = InMemoryReviewRecorder()

  /// The folder of the sample logs.
  static let samples = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Resources/samples")

  /// Opens some samples by the beginnings of their names; all of them without.
  init(
    rows: Int = 40, columns: Int = 120, _ names: [String] = [], theme: Theme = .standard,
    glyphs: Glyphs = .unicode, kernel: String? = nil, resuming session: Session? = nil,
    storeProblem: String? = nil
  ) throws {
    let all = try FileManager.default.contentsOfDirectory(atPath: Self.samples.path).sorted()
    let chosen =
      names.isEmpty ? all : names.compactMap { name in all.first { $0.hasPrefix(name) } }
    try #require(chosen.count == (names.isEmpty ? all.count : names.count))
    logs = try chosen.enumerated().map { id, name in
      Self.opened(id, Array(try Data(contentsOf: Self.samples.appendingPathComponent(name))))
    }
    model = Model(
      size: ScreenSize(rows: rows, columns: columns), subject: "samples/",
      reviewer: try #require(InMemoryReviewRecorder.reviewer), theme: theme,
      glyphs: glyphs, kernelDirectory: kernel)
    model.decisions.storeProblem = storeProblem
    if let session { model.resume(session) }
    send(.found(chosen.enumerated().map { LogEntry(id: $0.offset, path: "samples/\($0.element)") }))
    send(.settled(logs.map { ($0.id, Self.state(of: $0)) }))
    send(.complete)
  }

  /// Opens a text as the only log.
  init(rows: Int = 40, columns: Int = 120, text: String) throws {
    logs = [Self.opened(0, Array(text.utf8))]
    model = Model(
      size: ScreenSize(rows: rows, columns: columns), subject: "a text",
      reviewer: try #require(InMemoryReviewRecorder.reviewer))
    send(.found([LogEntry(id: 0, path: "text")]))
    send(.settled(logs.map { ($0.id, Self.state(of: $0)) }))
    send(.complete)
  }

  /// Presses keys, written as in the table of actions; `'text'` types a text.
  mutating func press(_ script: String) {
    for word in script.split(separator: " ") {
      if let key = KeyName.key(named: String(word)) {
        send(.input(.key(key)))
      } else {
        for character in word { send(.input(.key(.character(character)))) }
      }
    }
  }

  /// Does something with the mouse at a cell.
  mutating func mouse(_ row: Int, _ column: Int, _ action: MouseEvent.Action) {
    send(.input(.mouse(MouseEvent(row: row, column: column, action: action))))
  }

  /// Types a text into a prompt.
  mutating func type(_ text: String) {
    for character in text { send(.input(.key(.character(character)))) }
  }

  /// Hands a message to the model and answers what it asks for.
  mutating func send(_ message: Message) {
    defer { drawn = model.draw(after: drawn) }
    for effect in model.update(message) {
      switch effect {
      case .open(let id):
        ahead = model.drawAhead(of: drawn)
        drawn = ahead ?? drawn
        let answer = Message.opened(logs.indices.contains(id) ? logs[id] : nil, id: id)
        if holdsAnswers { heldAnswers.append(answer) } else { send(answer) }
      case .record(let request): send(recorder.record(request, in: model.decisions.book))
      // What is made ready beside is no answer to a key.
      case .prefetch: break
      default: effects.append(effect)
      }
    }
  }

  /// Hands over the logs that were held back, some perhaps not wanted any more.
  mutating func sendHeldAnswers() {
    let answers = heldAnswers
    heldAnswers = []
    for answer in answers { send(answer) }
  }

  /// Goes to the log whose file name begins so.
  mutating func open(_ name: String) {
    let id = model.list.entries.first { $0.path.hasPrefix("samples/\(name)") }?.id
    guard let id else { return }
    for _ in model.list.rows where model.list.selected != id { press("J") }
    for _ in model.list.rows where model.list.selected != id { press("K") }
  }

  /// The row under the stack pane's cursor.
  var stackRow: StackRow { model.stack.rows[model.desk.states[.stack]?.cursor ?? 0] }

  /// The screen as text.
  var screen: String {
    let whole = model.render()
    #expect((drawn?.screen ?? whole) == whole, "what was drawn anew differs")
    return whole.text
  }

  /// The screen's row that holds a text.
  func row(with text: String) -> String? {
    screen.split(separator: "\n").first { $0.contains(text) }.map(String.init)
  }

  private static func opened(_ id: Int, _ text: [UInt8]) -> OpenedLog {
    let log = BisectionLog(parsing: text)
    let guilt = log.crash.map { Guilt(of: $0, in: log.text) } ?? Guilt()
    return OpenedLog(
      id: id, digest: ContentDigest(of: text), log: log,
      assessment: Assessment(of: log), guilt: guilt)
  }

  private static func state(of opened: OpenedLog) -> LogEntry.State {
    .read(opened.digest, opened.summary)
  }
}
