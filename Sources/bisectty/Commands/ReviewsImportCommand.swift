import ArgumentParser
import Exports
import Inputs
import ReviewStore
import Reviews

/// `bisectty reviews import FILE ...`: adds the events of others.
struct ReviewsImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take in decisions that 'reviews export' wrote.",
    discussion: """
      Any files, in any order, any number of times give the same result. Lines that hold no event \
      are told with their place and left out, and give status 1; all the others are kept, at one go.
      """)

  @Argument(help: "Files, or '-' for standard input.", completion: .file())
  var files: [String]

  @OptionGroup var place: StoreArguments

  func run() throws {
    let store = try place.open()
    var reading = ImportedEvents()
    for file in InputPath.all(in: files) { reading.read(file) }
    let new = try reading.keep(in: store)
    StandardOutput.shared.write(reading.summary(new: new) + "\n")
    try fail(on: reading.statuses)
  }
}
