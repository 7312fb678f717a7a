import CNcurses
import Glibc
import Screen

extension Terminal {
  /// Waits for the next event without using the processor.
  package func nextEvent(timeoutMilliseconds: Int?) -> InputEvent {
    guard isOpen else { return .hangUp }
    let deadline = timeoutMilliseconds.map { Self.milliseconds &+ max(0, $0) }
    while true {
      if let event = eventOfSignal() { return event }
      if let event = eventOfInput(isComplete: false) { return event }
      if SignalRelay.takeWake() { return .wake }
      switch wait(until: deadline) {
      case .time:
        if let end = unfinishedInputEnd, Self.milliseconds >= end,
          let event = eventOfInput(isComplete: true)
        {
          return event
        }
        if let deadline, Self.milliseconds >= deadline { return .timeout }
      case .closed:
        return .hangUp
      case .something:
        break
      }
    }
  }

  private enum Waiting {
    case something, time, closed
  }

  /// Waits until bytes, a signal or a worker came, or the time of `deadline` or of an unfinished
  /// sequence is over.
  private func wait(until deadline: Int?) -> Waiting {
    let end = [deadline, unfinishedInputEnd].compactMap { $0 }.min()
    let rest = end.map { Int32(clamping: max(0, $0 &- Self.milliseconds)) }
    let readable = Int16(POLLIN)
    var sources = [
      pollfd(fd: input, events: readable, revents: 0),
      pollfd(fd: SignalRelay.doorbell, events: readable, revents: 0),
    ]
    let count = poll(&sources, 2, rest ?? -1)
    guard count > 0 else { return count == 0 ? .time : .something }
    if sources[1].revents != 0 { SignalRelay.answer() }
    // What was typed before the terminal closed still counts.
    if sources[0].revents & readable != 0 { return readInput() ? .something : .closed }
    return sources[0].revents == 0 ? .something : .closed
  }

  /// When bytes that began something are taken as all there is of it.
  private var unfinishedInputEnd: Int? { decoder.patience.map { lastInput &+ $0 } }

  /// Reads what there is and returns whether the terminal still exists.
  private func readInput() -> Bool {
    var bytes: [UInt8] = Array(repeating: 0, count: 4096)
    let count = read(input, &bytes, bytes.count)
    if count < 0 { return errno == EAGAIN || errno == EINTR }
    decoder.append(bytes.prefix(count))
    lastInput = Self.milliseconds
    return count > 0
  }

  private func eventOfInput(isComplete: Bool) -> InputEvent? {
    guard let event = decoder.next(isComplete: isComplete) else { return nil }
    guard case .mouse(let mouse) = event else { return event }
    return .mouse(doublePress.mark(mouse, milliseconds: Self.milliseconds))
  }

  private func eventOfSignal() -> InputEvent? {
    for signal in [SIGTERM, SIGHUP, SIGINT] where SignalRelay.take(signal) {
      return .terminate(signal: signal)
    }
    if SignalRelay.take(SIGTSTP) { suspend() }
    // Stopped and continued from outside: the shell has used the terminal meanwhile.
    if SignalRelay.take(SIGCONT) { reenter() }
    if SignalRelay.take(SIGWINCH) {
      matchWindowSize()
      // A window that shrank and grew back is as large as before, but its cells are gone.
      redrawAll()
      reportedSize = size
      return .resize(size)
    }
    guard size != reportedSize else { return nil }
    reportedSize = size
    return .resize(size)
  }

  /// Informs ncurses of the window's current size.
  func matchWindowSize() {
    var window = winsize()
    guard ioctl(fileno(output), UInt(TIOCGWINSZ), &window) == 0 else { return }
    let rows = Int32(window.ws_row)
    let columns = Int32(window.ws_col)
    guard rows > 0, columns > 0, is_term_resized(rows, columns) else { return }
    resize_term(rows, columns)
    redrawAll()
  }

  /// A clock that only runs forward, in milliseconds.
  static var milliseconds: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int(now.tv_sec) &* 1000 &+ Int(now.tv_nsec) / 1_000_000
  }
}
