import Screen
import Synchronization

/// A terminal made of a script of events and the frames that were shown between them.
@MainActor
package final class FakeTerminal: TerminalDevice {
  /// The size, which a `.resize` of the script changes.
  package private(set) var size: ScreenSize
  /// What it pretends to be able to do.
  package let capabilities: TerminalCapabilities
  /// Makes the next event a `.wake`.
  package let waker: Waker

  /// What was shown, oldest first.
  package private(set) var frames: [ScreenBuffer] = []
  /// Programs that were given the terminal.
  package private(set) var programs: [ChildProgram] = []
  /// Texts that were sent to the clipboard.
  package private(set) var clipboard: [String] = []
  /// How often the job was stopped.
  package private(set) var suspensions = 0
  /// How often the bell rang.
  package private(set) var rings = 0
  /// How often everything was to be sent again.
  package private(set) var redraws = 0
  /// Whether the mouse is listened to.
  package private(set) var mouseEnabled = false
  /// The time limits `nextEvent` was called with.
  package private(set) var timeouts: [Int?] = []
  /// How the next programs end; success when empty.
  package var endings: [ChildEnding] = []

  private var script: [InputEvent]
  private let woken = WokenFlag()

  /// A terminal that delivers the events in their order and then hangs up.
  package init(
    size: ScreenSize = ScreenSize(rows: 24, columns: 80),
    capabilities: TerminalCapabilities = TerminalCapabilities(), events: [InputEvent] = []
  ) {
    self.size = size
    self.capabilities = capabilities
    script = events
    waker = Waker { [woken] in woken.raise() }
  }

  /// The last frame, or an empty screen where none was shown.
  package var screen: ScreenBuffer { frames.last ?? ScreenBuffer(size: size) }

  /// Puts events at the end of the script.
  package func enqueue(_ events: InputEvent...) { script += events }

  /// Keeps the frame.
  package func present(_ screen: ScreenBuffer) { frames.append(screen) }

  /// Delivers the next event of the script.
  ///
  /// Behind the last one `.timeout`, or `.hangUp` without a limit.
  package func nextEvent(timeoutMilliseconds: Int?) -> InputEvent {
    timeouts.append(timeoutMilliseconds)
    if woken.lower() { return .wake }
    guard !script.isEmpty else { return timeoutMilliseconds == nil ? .hangUp : .timeout }
    let event = script.removeFirst()
    if case .resize(let newSize) = event { size = newSize }
    return event
  }

  /// Counts the stop.
  package func suspend() { suspensions += 1 }

  /// Keeps the program and says how it ended.
  package func run(_ program: ChildProgram) -> ChildEnding {
    programs.append(program)
    return endings.isEmpty ? .exited(status: 0) : endings.removeFirst()
  }

  /// Keeps whether the mouse is wanted.
  package func setMouse(enabled: Bool) { mouseEnabled = enabled }

  /// Keeps the text where it can.
  package func copyToClipboard(_ text: String) -> Bool {
    guard capabilities.clipboard else { return false }
    clipboard.append(text)
    return true
  }

  /// Counts the bell.
  package func ring() { rings += 1 }

  /// Counts the request.
  package func redrawAll() { redraws += 1 }
}

/// A flag that any thread may raise.
private final class WokenFlag: Sendable {
  private let raised = Mutex(false)

  func raise() { raised.withLock { $0 = true } }

  func lower() -> Bool {
    raised.withLock { flag in
      defer { flag = false }
      return flag
    }
  }
}
