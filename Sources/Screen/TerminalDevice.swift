/// What the run loop needs of a terminal: a size, a place to draw, events to wait for.
///
/// The real one draws through ncurses; the one of the tests is a script of events and a list of
/// frames, so that the run loop itself is under test.
@MainActor
package protocol TerminalDevice: AnyObject {
  /// How large the screen is now.
  var size: ScreenSize { get }

  /// What it can show and do.
  var capabilities: TerminalCapabilities { get }

  /// Wakes a waiting `nextEvent` from any thread; the waiting side sees one `.wake`, however often
  /// it was called in the meantime.
  var waker: Waker { get }

  /// Shows a screen; only the cells that differ from the one before are sent.
  func present(_ screen: ScreenBuffer)

  /// Waits for the next event without using the processor.
  ///
  /// - Parameter timeoutMilliseconds: how long at most, 0 not at all, nil without limit; when the
  ///   time is over the event is `.timeout`.
  func nextEvent(timeoutMilliseconds: Int?) -> InputEvent

  /// Leaves the screen, stops the job as Control-Z does, and comes back when it is continued.
  ///
  /// Afterwards everything must be presented again; the next event may be a `.resize`.
  func suspend()

  /// Leaves the screen, gives the terminal to a program until it ends, and comes back.
  ///
  /// Afterwards everything must be presented again; the next event may be a `.resize`.
  func run(_ program: ChildProgram) -> ChildEnding

  /// Listens to the mouse or leaves it to the terminal, whose own selection of text works then.
  func setMouse(enabled: Bool)

  /// Asks the terminal to copy a text to the clipboard (OSC 52), and returns whether that was sent.
  ///
  /// A terminal does not answer: whether it obeyed cannot be known.
  func copyToClipboard(_ text: String) -> Bool

  /// Rings the bell.
  func ring()

  /// Sends everything again at the next `present`, for a screen that something else wrote on.
  func redrawAll()
}

extension TerminalDevice {
  /// Waits for the next event without limit.
  package func nextEvent() -> InputEvent { nextEvent(timeoutMilliseconds: nil) }
}

/// Wakes the waiting run loop from any thread.
package struct Waker: Sendable {
  private let action: @Sendable () -> Void

  /// A waker that does something quick and safe on any thread.
  package init(_ action: @escaping @Sendable () -> Void) { self.action = action }

  /// Makes `nextEvent` return `.wake` as soon as possible.
  package func wake() { action() }
}

/// What a terminal can show and do.
package struct TerminalCapabilities: Hashable, Sendable {
  /// How many colours it has.
  package var colors: ColorDepth
  /// Whether it shows more than ASCII; without, box drawing and the like need replacements.
  package var unicode: Bool
  /// Whether it reports the mouse.
  package var mouse: Bool
  /// Whether it may be sent texts for the clipboard.
  package var clipboard: Bool

  /// What a terminal can do.
  package init(
    colors: ColorDepth = .palette256, unicode: Bool = true, mouse: Bool = true,
    clipboard: Bool = true
  ) {
    self.colors = colors
    self.unicode = unicode
    self.mouse = mouse
    self.clipboard = clipboard
  }
}

/// How many colours a terminal has.
package enum ColorDepth: Int, Hashable, Sendable, Comparable, CaseIterable {
  /// None, or none are wanted (`NO_COLOR`).
  case none
  /// The first 8 of the palette.
  case palette8
  /// The first 16 of the palette.
  case palette16
  /// All 256 of the palette.
  case palette256
  /// Red, green and blue.
  case direct

  /// Fewer colours come before more.
  package static func < (left: ColorDepth, right: ColorDepth) -> Bool {
    left.rawValue < right.rawValue
  }
}
