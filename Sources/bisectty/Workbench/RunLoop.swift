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
  private var hasEnded = false
  private var isStale = true

  /// How often the store is asked for other people's decisions, in milliseconds.
  private let pollInterval = 500

  /// A loop over a terminal.
  init(
    model: Model, device: Device, loader: LogLoader, keeper: any ReviewKeeper, editor: Editor?
  ) {
    self.model = model
    self.device = device
    self.loader = loader
    self.keeper = keeper
    self.editor = editor
  }

  /// Runs until the person leaves or the terminal is gone; returns the signal that ended it, if one did.
  func run() -> Int32? {
    while !hasEnded {
      if isStale {
        device.present(model.render())
        isStale = false
      }
      var event = device.nextEvent(timeoutMilliseconds: pollInterval)
      // Whatever came in meanwhile is taken in before the screen is drawn.
      repeat {
        if case .terminate(let signal) = event { return signal }
        take(event)
        guard !hasEnded else { break }
        event = device.nextEvent(timeoutMilliseconds: 0)
      } while event != .timeout
    }
    return nil
  }

  private func take(_ event: InputEvent) {
    switch event {
    case .wake:
      for message in loader.messages() { send(message) }
    case .timeout:
      if let news = keeper.news() { send(news) }
    default: send(.input(event))
    }
  }

  private func send(_ message: Message) {
    isStale = true
    for effect in model.update(message) { perform(effect) }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .open(let id): loader.open(id)
    case .searchEverywhere(let pattern): loader.search(for: pattern)
    case .record(let request): send(keeper.record(request, in: model.book))
    case .edit(let path, let line): edit(path, line: line)
    case .copy(let text, let what): copy(text, what)
    case .mouse(let isOn): device.setMouse(enabled: isOn)
    case .redraw: device.redrawAll()
    case .suspend:
      device.suspend()
      isStale = true
    case .quit: hasEnded = true
    }
  }

  private func copy(_ text: String, _ what: String) {
    let sent = device.copyToClipboard(text)
    send(
      .report(
        sent
          ? Status("Sent \(what) to the terminal's clipboard", .good)
          : Status("The terminal takes nothing for its clipboard", .warning)))
  }

  private func edit(_ path: String, line: Int) {
    guard let editor else {
      send(.report(Status("Would open \(path) at line \(line): set $VISUAL or $EDITOR", .notice)))
      return
    }
    switch device.run(editor.program(opening: path, line: line)) {
    case .exited(status: 0): send(.report(Status("Back from \(editor.name)", .dim)))
    case .exited(let status):
      send(.report(Status("\(editor.name) ended with status \(status)", .warning)))
    case .killed(let signal):
      send(.report(Status("\(editor.name) was ended by signal \(signal)", .warning)))
    case .notStarted(let reason):
      send(.report(Status("\(editor.name): \(reason)", .error)))
    }
  }
}

/// Keeps decisions for the run loop.
@MainActor
protocol ReviewKeeper {
  /// Keeps a decision and says what became of it.
  func record(_ request: ReviewRequest, in book: ReviewBook) -> Message
  /// What others decided since the last call; nil where nothing is new.
  func news() -> Message?
}
