import ArgumentParser
import Exports
import Inputs
import JSON

/// `bisectty show PATH`: one log.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one log: what it claims, how far to trust it, and why.")

  @Argument(help: "A log, or '-' for standard input.", completion: .file())
  var path: String

  @Flag(help: "Print everything as one JSON object.")
  var json = false

  @Flag(help: "Print every stack, every frame and the whole message of the commit.")
  var full = false

  func run() throws {
    let log = try analyse(InputPath(fileArgument: path), reviews: knownReviews())
    keepToTheEnd(log.log)
    if json {
      StandardOutput.shared.write(log.json.text(.indented) + [0x0A])
    } else {
      let text = log.plainText(
        width: outputWidth(), glyphs: .forTerminal, isFull: full, styling: .forOutput)
      StandardOutput.shared.write(
        LinkedText.isWelcome ? LinkedText(log.log).linked(text) : text)
    }
  }
}
