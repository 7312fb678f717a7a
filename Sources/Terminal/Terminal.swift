import CNcurses
import Glibc
import Screen

/// The terminal of the process: draws cells through ncurses, decodes keys, and always restores it.
///
/// It is always `/dev/tty`, so that standard input and output stay free for data. A process has one
/// at a time; `shutDown()` has to be called before it ends by itself.
@MainActor
package final class Terminal: TerminalDevice {
  /// What it can show and do.
  package let capabilities: TerminalCapabilities
  /// Wakes a waiting `nextEvent` from any thread.
  package let waker: Waker

  let output: UnsafeMutablePointer<FILE>
  let input: Int32
  let window: UnsafeMutablePointer<WINDOW>
  private let screen: OpaquePointer
  private let frames: FrameOutput
  private var painter: CellPainter
  private let knowsPrivateModes: Bool
  private let knowsMargins: Bool
  private var mouseIsWanted: Bool

  /// What is on the screen; nil if everything has to be sent.
  private var shown: ScreenBuffer?
  /// What was asked to be on it, to draw it again after coming back.
  private var wanted: ScreenBuffer?
  /// Whether margins may be set that ncurses does not know of, between which lines would scroll.
  ///
  /// When its window changed, the terminal may still have had a frame for the old one to read.
  private var marginsAreUnsure = false
  private var isUp = false
  private(set) var isOpen = true
  /// The size that the run loop knows.
  var reportedSize: ScreenSize
  var decoder: InputDecoder
  /// When the last bytes came in, in milliseconds of the clock.
  var lastInput = 0
  var doublePress = DoublePress()

  /// Opens the terminal and takes over its screen, its signals and the standard error.
  ///
  /// - Throws: if there is no terminal or none that can show panes; nothing is changed then.
  package init(options: TerminalOptions = TerminalOptions()) throws(TerminalError) {
    let unicode = TerminalLocale.prepare()
    let files = try Self.openFiles()
    input = files.input
    output = files.output
    frames = files.frames
    screen = try Self.openScreen(files)
    set_escdelay(25)
    let isColored = options.colors && !Self.environmentForbidsColor
    painter = CellPainter(pairs: ColorPairs(wanted: isColored), unicode: unicode)
    knowsPrivateModes = TerminalDescription.string("kmous") != nil
    knowsMargins = ScrollMargins.areSet(by: TerminalDescription.string("csr"))
    window = newwin(0, 0, 0, 0)
    mouseIsWanted = options.mouse
    capabilities = TerminalCapabilities(
      colors: painter.depth, unicode: unicode, mouse: knowsPrivateModes,
      clipboard: knowsPrivateModes)
    decoder = InputDecoder(describedKeys: TerminalDescription.keys)
    waker = SignalRelay.waker
    reportedSize = ScreenSize(rows: Int(getmaxy(window)), columns: Int(getmaxx(window)))
    SignalRelay.install()
    prepareWindow()
    CrashGuard.install(
      farewell: Self.farewell(hasPrivateModes: knowsPrivateModes), options: options)
    enter()
  }

  /// How large the screen is now.
  package var size: ScreenSize {
    ScreenSize(rows: Int(getmaxy(window)), columns: Int(getmaxx(window)))
  }

  /// Shows a screen; only the cells that differ from the one before are sent.
  package func present(_ screen: ScreenBuffer) {
    wanted = screen
    guard isUp, isOpen else { return }
    if shown?.size != screen.size {
      shown = nil
      werase(window)
    }
    let room = size
    for run in screen.changes(since: shown) where run.row < room.rows {
      painter.paint(run, of: screen, room: room.columns, on: window)
    }
    shown = screen
    frames.atOnce {
      if marginsAreUnsure, knowsMargins { send(ScrollMargins.wholeScreen) }
      marginsAreUnsure = false
      place(cursor: screen.cursor)
      wrefresh(window)
    }
  }

  /// Sends everything again at the next `present`.
  package func redrawAll() {
    shown = nil
    // Setting margins moves the cursor to the corner, as clearing does.
    marginsAreUnsure = true
    clearok(window, true)
  }

  /// Listens to the mouse or leaves it to the terminal.
  package func setMouse(enabled: Bool) {
    mouseIsWanted = enabled
    guard isUp, knowsPrivateModes else { return }
    send(enabled ? PrivateModes.mouseOn : PrivateModes.mouseOff)
  }

  /// Asks the terminal to copy a text to the clipboard, and returns whether that was sent.
  package func copyToClipboard(_ text: String) -> Bool {
    guard isUp, capabilities.clipboard, let request = ClipboardRequest(text) else { return false }
    send(request.sequence)
    return true
  }

  /// Rings the bell.
  package func ring() { if isUp { beep() } }

  /// Leaves the screen and gives back everything; afterwards nothing is drawn and no event comes.
  package func shutDown() {
    guard isOpen else { return }
    isOpen = false
    leave()
    CrashGuard.remove()
    SignalRelay.remove()
    delwin(window)
    delscreen(screen)
    frames.close()
    fclose(output)
    close(input)
  }

  /// Leaves the screen and ends the process by a signal, as its default action would have.
  package func end(bySignal signal: Int32) -> Never {
    shutDown()
    Glibc.signal(signal, SIG_DFL)
    raise(signal)
    exit(128 &+ signal)
  }

  /// Enters the alternate screen, at the start and after every `leave`.
  func enter() {
    guard isOpen, !isUp else { return }
    ErrorCapture.begin()
    isUp = true
    guardedScreenIsUp = 1
    matchWindowSize()
    repaint()
    guard knowsPrivateModes else { return }
    send(PrivateModes.pasteOn)
    if mouseIsWanted { send(PrivateModes.mouseOn) }
  }

  /// Sends everything again now.
  func repaint() {
    redrawAll()
    werase(window)
    // With this, ncurses takes over the terminal again, and requests its state.
    wrefresh(window)
    if let wanted { present(wanted) }
  }

  /// Restores the screen to its state before the program.
  func leave() {
    guard isUp else { return }
    isUp = false
    if knowsPrivateModes { send(PrivateModes.mouseOff + PrivateModes.pasteOff) }
    endwin()
    guardedScreenIsUp = 0
    ErrorCapture.end()
  }

  /// Reclaims the screen from a program that took it over.
  func reenter() {
    guard isOpen, isUp else { return }
    isUp = false
    endwin()
    enter()
  }

  private func place(cursor: (row: Int, column: Int)?) {
    guard let cursor, cursor.row >= 0, cursor.row < size.rows, cursor.column >= 0,
      cursor.column < size.columns
    else {
      curs_set(0)
      return
    }
    curs_set(1)
    wmove(window, Int32(clamping: cursor.row), Int32(clamping: cursor.column))
  }

  /// Sends bytes past ncurses, after what it has written.
  private func send(_ sequence: String) {
    fflush(output)
    writeAll(Array(sequence.utf8), to: fileno(output))
  }
}

/// Writes all bytes, also if the system accepts only some at a time; gives up if it accepts none.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return }
    rest = rest.dropFirst(count)
  }
}
