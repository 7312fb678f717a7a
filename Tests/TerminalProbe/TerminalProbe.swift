import Glibc
import Screen
import Terminal

/// A small program around the terminal, for tests: it shows the last event and obeys one key each.
@main
@MainActor
struct TerminalProbe {
  private let terminal: Terminal
  private var lastEvent = "none"
  private var events = 0

  static func main() {
    var options = TerminalOptions(crashNoteTitle: "probe 1.0")
    options.crashNotePath = getenv("PROBE_NOTE").map { String(cString: $0) }
    do {
      let terminal = try Terminal(options: options)
      var probe = TerminalProbe(terminal: terminal)
      probe.runLoop()
      terminal.shutDown()
    } catch {
      let line = Array("probe: \(error)\n".utf8)
      _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
      exit(3)
    }
  }

  private init(terminal: Terminal) { self.terminal = terminal }

  private mutating func runLoop() {
    while true {
      terminal.present(view())
      let event = terminal.nextEvent()
      events += 1
      lastEvent = "\(event)"
      switch event {
      case .key(.character("q")), .hangUp: return
      case .terminate(let signal): terminal.end(bySignal: signal)
      case .key(let key): obey(key)
      default: break
      }
    }
  }

  private mutating func obey(_ key: Key) {
    switch key {
    case .control("z"): terminal.suspend()
    case .control("l"): terminal.redrawAll()
    case .character("m"): terminal.setMouse(enabled: false)
    case .character("c"): lastEvent = "copied \(terminal.copyToClipboard("hello"))"
    case .character("b"): terminal.ring()
    case .character("e"): reportOnErrors()
    case .character("w"): wakeFromThread()
    case .character("h"): hold()
    case .character("s"):
      run("sh", ["-c", "printf 'child %s\\n' \"$WHO\"; read line; exit 7"])
    case .character("k"): run("sh", ["-c", "kill -9 $$"])
    case .character("n"): run("/nowhere/at-all", [])
    case .character("i"):
      ended(
        terminal.run(
          ChildProgram("sh", ["-c", "cat; read x </dev/tty"], input: .bytes(Array("input".utf8)))))
    case .character("!"): Crash.named(CommandLine.arguments.dropFirst().first ?? "")
    default: break
    }
  }

  private mutating func run(_ name: String, _ arguments: [String]) {
    ended(terminal.run(ChildProgram(name, arguments, environment: ["WHO": "here"])))
  }

  private mutating func ended(_ ending: ChildEnding) { lastEvent = "\(ending)" }

  private func reportOnErrors() {
    let line = Array("a warning of the program\n".utf8)
    _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
  }

  /// Is busy until somebody has opened a pipe and closed it again.
  private func hold() {
    let pipe = open(CommandLine.arguments.last ?? "", O_RDONLY)
    var byte: UInt8 = 0
    while read(pipe, &byte, 1) > 0 {}
    close(pipe)
  }

  private func wakeFromThread() {
    let waker = terminal.waker
    Task.detached { for _ in 0..<1000 { waker.wake() } }
  }

  private func view() -> ScreenBuffer {
    let size = terminal.size
    var screen = ScreenBuffer(size: size)
    screen.put("probe \(size.rows)x\(size.columns)", row: 0, column: 0)
    let capabilities = terminal.capabilities
    screen.put(
      "\(capabilities.colors) unicode=\(capabilities.unicode) mouse=\(capabilities.mouse)", row: 1,
      column: 0)
    screen.put("─│┌ 中文 e\u{301} 🇩🇪|", row: 2, column: 0)
    screen.put(
      "colour", row: 3, column: 0,
      style: Style(foreground: .rgb(255, 95, 0), attributes: [.bold, .underline]))
    for row in 4..<max(4, size.rows - 1) {
      screen.put("row \(row) of text that stays", row: row, column: 0)
    }
    screen.put("event \(events): \(lastEvent)", row: size.rows - 1, column: 0)
    screen.put("X", row: size.rows - 1, column: size.columns - 1)
    return screen
  }
}
