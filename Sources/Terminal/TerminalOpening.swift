import CNcurses
import Glibc
import Screen

extension Terminal {
  /// Opens the controlling terminal twice: to read without waiting, and to write.
  static func openFiles() throws(TerminalError) -> (
    input: Int32, output: UnsafeMutablePointer<FILE>, frames: FrameOutput
  ) {
    let input = open("/dev/tty", O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard input >= 0 else { throw .noTerminal(reason: String(cString: strerror(errno))) }
    guard let output = fopen("/dev/tty", "we") else {
      let reason = String(cString: strerror(errno))
      close(input)
      throw .noTerminal(reason: reason)
    }
    guard let frames = FrameOutput(standingInFor: fileno(output)),
      CrashGuard.remember(terminal: frames.terminal)
    else {
      let reason = String(cString: strerror(errno))
      fclose(output)
      close(input)
      throw .noTerminal(reason: reason)
    }
    return (input, output, frames)
  }

  /// Loads the description of the terminal and starts ncurses on it.
  ///
  /// A name that is not installed is most often a relative of xterm.
  static func openScreen(
    _ files: (input: Int32, output: UnsafeMutablePointer<FILE>, frames: FrameOutput)
  ) throws(TerminalError) -> OpaquePointer {
    let term = getenv("TERM").map { String(cString: $0) } ?? ""
    let fail = { (error: TerminalError) in
      files.frames.close()
      fclose(files.output)
      close(files.input)
      return error
    }
    // ncurses would read from it; keys are decoded here, so the same file serves for both.
    let screen =
      newterm(nil, files.output, files.output) ?? newterm(
        "xterm-256color", files.output, files.output)
      ?? newterm("vt100", files.output, files.output)
    guard let screen else { throw fail(.noDescription(term: term)) }
    guard TerminalDescription.string("cup") != nil else {
      endwin()
      delscreen(screen)
      throw fail(.cannotPlaceCursor(term: term))
    }
    return screen
  }

  /// `NO_COLOR`, set to anything but nothing, forbids colours (no-color.org).
  static var environmentForbidsColor: Bool {
    guard let value = getenv("NO_COLOR") else { return false }
    return value.pointee != 0
  }

  /// Keys come one by one and unchanged, Control-C and Control-Z among them.
  func prepareWindow() {
    raw()
    noecho()
    nonl()
    keypad(window, true)
    leaveok(window, false)
    scrollok(window, false)
    // Else a frame is left half drawn when a key comes in meanwhile.
    typeahead(-1)
    def_prog_mode()
  }

  /// The sequence that leaves the screen when ncurses cannot be called.
  static func farewell(hasPrivateModes: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    if hasPrivateModes { bytes += Array((PrivateModes.mouseOff + PrivateModes.pasteOff).utf8) }
    for name in ["sgr0", "op", "rmacs", "cnorm", "rmkx", "rmcup"] {
      bytes += TerminalDescription.string(name) ?? []
    }
    return bytes + Array("\r\n".utf8)
  }
}
