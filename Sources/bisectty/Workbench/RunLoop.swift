import Inputs
import Reviews
import Screen
import Workbench

/// Brings events to the model, carries out what it asks for, and shows what it draws.
@MainActor
final class RunLoop<Device: TerminalDevice> {
  /// The state of the workbench.
  private(set) var model: Model
  private let device: Device
  private let loader: LogLoader
  private let keeper: any ReviewKeeper
  private let editor: Editor?
  private let pager: Pager
  private let copier: CopyProgram?
  private let kernel: KernelDesk
  private let parts: PartFetcher
  private let sessions: SessionKeeper?
  private var hasEnded = false
  private var isStale = true
  /// What was drawn last.
  private var drawn: DrawnScreen?
  /// Whether anything was asked for since the session was kept.
  private var hasMoved = false

  /// The log that was asked for and is not on the screen yet; nil where there is none.
  private var coming: ComingLog?

  /// How long nothing is done before the session is kept, in milliseconds.
  private static var pause: Int { 500 }
  /// How long the panes wait for a log: not long enough to be noticed, and most are read by then.
  private static var patience: Swift.Duration { .milliseconds(15) }

  /// How long what comes in may keep the screen from being drawn.
  private static var longestWait: Swift.Duration { .milliseconds(40) }

  /// A loop over a terminal.
  init(
    model: Model, device: Device, loader: LogLoader, keeper: any ReviewKeeper, editor: Editor?,
    pager: Pager = Pager { _ in nil }, copier: CopyProgram? = nil,
    kernel: KernelDesk = KernelDesk(), parts: PartFetcher = PartFetcher(),
    sessions: SessionKeeper? = nil
  ) {
    self.model = model
    self.device = device
    self.loader = loader
    self.keeper = keeper
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
      // Whatever came in meanwhile is taken in before the screen is drawn, unless it goes on and on.
      repeat {
        if case .terminate(let signal) = event { return signal }
        take(event)
        guard !hasEnded, ContinuousClock.now < frameEnd else { break }
        event = device.nextEvent(timeoutMilliseconds: 0)
      } while event != .timeout
    }
    return nil
  }

  /// Draws what has changed; what only the coming log can change waits for it.
  private func show() {
    guard coming != nil else {
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
    // Whatever comes behind the key that asked for a log meets that log.
    if let log = coming?.ready {
      send(.opened(log, id: log.id))
      if event == .timeout { return }
    }
    switch event {
    case .wake:
      for message in loader.messages() + kernel.messages() + parts.messages() { send(message) }
      // There is nothing to show, which is better told where the shell is.
      if loader.failures != nil { hasEnded = true }
      if let news = keeper.news() { send(news) }
    case .timeout:
      guard coming == nil else {
        coming = nil
        return
      }
      if !keeper.tellsOfNews, let news = keeper.news() { send(news) }
      keepSession()
    default:
      hasMoved = true
      send(.input(event))
    }
  }

  /// How long to wait for an event, in milliseconds; nil where nothing is left to do by itself.
  private var timeout: Int? {
    switch coming {
    case .ready: return 0
    case .awaited(_, let end):
      return max(0, Int(ContinuousClock.now.duration(to: end) / .milliseconds(1)) + 1)
    case nil: return hasMoved || !keeper.tellsOfNews ? Self.pause : nil
    }
  }

  private func keepSession() {
    if hasMoved { sessions?.keep(model) }
    hasMoved = false
  }

  private func send(_ message: Message) {
    isStale = true
    if case .opened(_, let id) = message, id == coming?.id { coming = nil }
    for effect in model.update(message) { perform(effect) }
  }

  private func open(_ id: Int) {
    coming = loader.open(id).map(ComingLog.ready) ?? .awaited(id: id, until: .now + Self.patience)
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .open(let id): open(id)
    case .foresee(let ids): loader.foresee(ids)
    case .reread(let ids): loader.reread(ids)
    case .reload: loader.reload()
    case .stopSearching: loader.stopSearching()
    case .searchEverywhere(let pattern): loader.search(for: pattern)
    case .record(let request): send(keeper.record(request, in: model.book))
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

  /// Gives the terminal to a program and tells how it ended.
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

/// Keeps decisions for the run loop.
@MainActor
protocol ReviewKeeper: Sendable {
  /// The person whose decisions are kept.
  var reviewer: Reviewer { get }
  /// Keeps a decision and says what became of it.
  func record(_ request: ReviewRequest, in book: ReviewBook) -> Message
  /// What others decided since the last call; nil where nothing is new.
  func news() -> Message?
  /// Whether the run loop is woken when somebody else decides; else it has to ask now and then.
  var tellsOfNews: Bool { get }
}
