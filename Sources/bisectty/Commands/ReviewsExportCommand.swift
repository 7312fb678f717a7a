import ArgumentParser
import Reviews

/// `bisectty reviews export [FILE]`: every event as JSON Lines.
struct ReviewsExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write every decision as JSON Lines, the earliest first.",
    discussion: """
      A line is one event: a decision, an undoing or a redoing. The same events give the same \
      bytes everywhere.
      """)

  @Argument(help: "The file to write; else standard output.", completion: .file())
  var file: String?

  @OptionGroup var place: StoreArguments

  func run() throws {
    let text = EventLines.text(of: try place.open().allEvents())
    guard let file, file != "-" else { return StandardOutput.shared.write(text) }
    try replaceFile(file, with: text)
  }
}

/// Replaces a file as a whole: who reads it sees the old one or the new one.
func replaceFile(_ path: String, with text: [UInt8]) throws(CommandFailure) {
  do throws(StateError) {
    try AtomicFile.write(text, to: path)
  } catch {
    throw CommandFailure(.inputOutputError, "\(error), choose another file")
  }
}
