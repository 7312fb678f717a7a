import Inputs
import Reviews
import Screen
import Workbench

/// Feeds events to the model, carries out its effects, and presents its frames.
@MainActor
final class RunLoop<Device: TerminalDevice> {
  /// The state of the workbench.
  private(set) var model: Model
  private let device: Device
  private let loader: LogLoader
  private let recorder: any ReviewRecorder
  private let editor: Editor?
  private let pager: Pager
  private let copier: CopyProgram?
  private let kernel: KernelService
  private let parts: PartFetcher
  private let sessions: SessionRecorder?
  private var hasEnded = false
  private var isStale = true
  /// What was drawn last.
  private var drawn: DrawnScreen?
  /// Whether there was input since the session was saved.
  private var hasMoved = false

  /// The requested log that is not on the screen yet; nil if there is none.
  private var pending: PendingLog?

  /// How long without input before the session is saved, in milliseconds.
  private static var pause: Int { 500 }
  /// How long the panes wait for a log; too short to notice, and most logs are read by then.
  private static var patience: Swift.Duration { .milliseconds(15) }

  /// How long incoming events may delay drawing.
  private static var longestWait: Swift.Duration { .milliseconds(40) }

  /// A loop over a terminal.
  init(
    model: Model, device: Device, loader: LogLoader, recorder: any ReviewRecorder, editor: Editor?,
    pager: Pager = Pager { _ in nil }, copier: CopyProgram? = nil,
    kernel: KernelService = KernelService(), parts: PartFetcher = PartFetcher(),
    sessions: SessionRecorder? = nil
  ) {
    self.model = model
    self.device = device
    self.loader = loader
    self.recorder = recorder
    self.editor = editor
    self.pager = pager
    self.copier = copier
    self.kernel = kernel
    self.parts = parts
    self.sessions = sessions
  }

  /// Runs until the person leaves or the terminal is gone; returns the signal that ended it, if one did.
  func run() -> Int32? {
    defer {
      keepSession()
      sessions?.finish()
    }
    take(.wake)
    while !hasEnded {
      if isStale { show() }
      var event = device.nextEvent(timeoutMilliseconds: timeout)
      let frameEnd = ContinuousClock.now + Self.longestWait
      // Events that arrived meanwhile are applied before the screen is drawn, within a time limit.
      repeat {
        if case .terminate(let signal) = event { return signal }
        take(event)
        guard !hasEnded, ContinuousClock.now < frameEnd else { break }
        event = device.nextEvent(timeoutMilliseconds: 0)
      } while event != .timeout
    }
    return nil
  }

  /// Draws what has changed; panes that depend on the pending log wait for it.
  private func show() {
    guard pending != nil else {
      drawn = model.draw(after: drawn)
      device.present(drawn?.screen ?? model.render())
      isStale = false
      return
    }
    guard let ahead = model.drawAhead(of: drawn) else { return }
    drawn = ahead
    device.present(ahead.screen)
  }

  private func take(_ event: InputEvent) {
    // Events queued after an open request apply to the newly opened log.
    if let log = pending?.ready {
      send(.opened(log, id: log.id))
      if event == .timeout { return }
    }
    switch event {
    case .wake:
      for message in loader.messages() + kernel.messages() + parts.messages() { send(message) }
      // There is nothing to show, which is better reported in the shell.
      if loader.failures != nil { hasEnded = true }
      if let news = recorder.news() { send(news) }
    case .timeout:
      guard pending == nil else {
        pending = nil
        return
      }
      if !recorder.isNotified, let news = recorder.news() { send(news) }
      keepSession()
    default:
      hasMoved = true
      send(.input(event))
    }
  }

  /// How long to wait for an event, in milliseconds; nil if nothing is left to do by itself.
  private var timeout: Int? {
    switch pending {
    case .ready: return 0
    case .awaited(_, let end):
      return max(0, Int(ContinuousClock.now.duration(to: end) / .milliseconds(1)) + 1)
    case nil: return hasMoved || !recorder.isNotified ? Self.pause : nil
    }
  }

  private func keepSession() {
    if hasMoved { sessions?.keep(model) }
    hasMoved = false
  }

  private func send(_ message: Message) {
    isStale = true
    if case .opened(_, let id) = message, id == pending?.id { pending = nil }
    for effect in model.update(message) { perform(effect) }
  }

  private func open(_ id: Int) {
    pending = loader.open(id).map(PendingLog.ready) ?? .awaited(id: id, until: .now + Self.patience)
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .open(let id): open(id)
    case .prefetch(let ids): loader.prefetch(ids)
    case .reread(let ids): loader.reread(ids)
    case .reload: loader.reload()
    case .stopSearching: loader.stopSearching()
    case .searchEverywhere(let pattern): loader.search(for: pattern)
    case .record(let request): send(recorder.record(request, in: model.decisions.book))
    case .edit(let path, let line): edit(path, line: line)
    case .ask(let question): kernel.ask(question)
    case .lookUp(let questions): kernel.lookUp(questions)
    case .rank(let request): kernel.rank(request)
    case .stopRanking: kernel.stopAsking()
    case .get(let request): get(request)
    case .stopGetting: parts.stop()
    case .readPart(let part): parts.read(part, log: model.list.selected ?? 0)
    case .readOriginal(let path, let log): parts.readOriginal(path, log: log)
    case .openFile(let path):
      let (entry, isNew) = loader.entry(of: InputPath(path))
      send(.listed(entry, isNew: isNew))
    case .page(let text): run(pager.program(showing: text), pager.name)
    case .copy(let text, let what): copy(text, what)
    case .write(let name, let text): send(.report(NewFile.write(text, named: name)))
    case .draft(let name, let text): draft(text, named: name)
    case .mouse(let isOn): device.setMouse(enabled: isOn)
    case .redraw: device.redrawAll()
    case .suspend:
      device.suspend()
      isStale = true
    case .quit: hasEnded = true
    }
  }

  private func get(_ request: PartRequest) {
    guard let bugCase = model.shownCase, let entry = model.list.selectedEntry else { return }
    parts.get(request, of: bugCase, besides: entry.path)
  }

  private func copy(_ text: String, _ what: String) {
    if let copier {
      let problem = copier.copy(text)
      send(
        .report(
          problem.map { Status("\(copier.name): \($0)", .error) }
            ?? Status("Handed \(what) to \(copier.name)", .good)))
      return
    }
    let sent = device.copyToClipboard(text)
    send(
      .report(
        sent
          ? Status("Sent \(what) to the terminal's clipboard", .good)
          : Status(
            "The terminal takes nothing for its clipboard: set $BISECTTY_COPY, such as wl-copy",
            .warning)))
  }

  private func draft(_ text: String, named name: String) {
    let written = NewFile.write(text, named: name)
    send(.report(written))
    guard written.role == .good, let editor else { return }
    run(editor.program(opening: name, line: 1), editor.name)
    if model.status?.role == .dim { send(.report(written)) }
  }

  private func edit(_ path: String, line: Int) {
    guard let editor else {
      send(.report(Status("Would open \(path) at line \(line): set $VISUAL or $EDITOR", .notice)))
      return
    }
    run(editor.program(opening: path, line: line), editor.name)
  }

  /// Runs a program on the terminal and reports how it ended.
  private func run(_ program: ChildProgram, _ name: String) {
    switch device.run(program) {
    case .exited(status: 0): send(.report(Status("Back from \(name)", .dim)))
    case .exited(let status):
      send(.report(Status("\(name) ended with status \(status)", .warning)))
    case .killed(let signal):
      send(.report(Status("\(name) was ended by signal \(signal)", .warning)))
    case .notStarted(let reason): send(.report(Status("\(name): \(reason)", .error)))
    }
  }
}

/// Records decisions for the run loop.
@MainActor
protocol ReviewRecorder: Sendable {
  /// The person whose decisions are kept.
  var reviewer: Reviewer { get }
  /// Records a decision and returns the resulting message.
  func record(_ request: ReviewRequest, in book: ReviewBook) -> Message
  /// The decisions of others since the last call; nil if nothing is new.
  func news() -> Message?
  /// Whether the run loop is woken when somebody else decides; otherwise it has to poll.
  var isNotified: Bool { get }
}
