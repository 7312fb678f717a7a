import ArgumentParser
import Exports
import Glibc
import Inputs
import JSON
import Reviews
import Synchronization

/// `bisectty list PATH ...`: a line for each log.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List logs, a line each.",
    discussion: """
      Lines come in the order of the paths, directories ordered by name, each as soon as it is \
      known. What cannot be read is told on standard error and has a line with its 'path' and \
      'error' in the JSON form.
      """)

  @Argument(help: "Files, directories, or '-' for standard input.", completion: .file())
  var paths: [String]

  @Flag(help: "The form: a JSON object a line, or comma-separated values for spreadsheets.")
  var form: Form?

  @Option(help: ArgumentHelp("Order the lines by a column.", valueName: "column"))
  var sort: ListOrder?

  @Flag(help: "Order them the other way round; what has no value stays last.")
  var reverse = false

  @Option(
    help: ArgumentHelp(
      "Print only what a query matches, such as 'outcome:culprit p<0.3 -verdict:none'.",
      valueName: "query"))
  var filter: String?

  /// The forms other than text in columns.
  enum Form: String, EnumerableFlag {
    case json, csv
  }

  func run() throws {
    let found = InputSearch.find(InputPath.all(in: paths))
    guard !found.isEmpty else {
      throw CommandFailure(.noInput, "there is no file in the directories, name others")
    }
    let selection = try ListSelection(filter: filter, order: sort, isDescending: reverse)
    let output = ListOutput(form: form, width: isatty(STDOUT_FILENO) == 1 ? outputWidth() : nil)
    output.begin()
    let reviews = knownReviews()
    let statuses = Mutex<[ExitStatus]>([])
    let waiting = Mutex<[ListEntry]>([])
    let isOnly = found.count == 1
    forEachInOrder(
      found, work: { ListedInput(reading: $0, reviews: reviews, isOnly: isOnly) }
    ) { listed in
      listed.problem.map(StandardError.write)
      statuses.withLock { $0.append(listed.status) }
      guard selection.keepsOrder else { return waiting.withLock { $0 += listed.entries } }
      for entry in listed.entries where selection.contains(entry) { output.write(entry) }
    }
    for entry in selection.ordered(waiting.withLock { $0 }) { output.write(entry) }
    try fail(on: statuses.withLock { $0 })
  }
}

extension ListOrder: ExpressibleByArgument {}

/// What became of one input of a list.
private struct ListedInput: Sendable {
  /// Its lines, one for each log in it.
  var entries: [ListEntry] = []
  /// The message for standard error.
  var problem: String?
  /// Whether it could be read.
  var status: ExitStatus = .done

  init(reading found: FoundInput, reviews: ReviewBook, isOnly: Bool) {
    switch found {
    case .passedOver(let path):
      problem = "\(path.text): is neither a file nor a directory, passed over"
    case .failed(let error): take(CommandFailure(error), at: error.path)
    case .input(let path):
      do throws(CommandFailure) {
        entries = try listEntries(path, reviews: reviews, isOnly: isOnly)
      } catch {
        take(error, at: path)
      }
    }
  }

  private mutating func take(_ failure: CommandFailure, at path: InputPath) {
    entries = [.unreadable(path: path.text, error: failure.message)]
    problem = failure.line
    status = failure.status
  }
}

/// Writes the lines of a list in one of its forms.
private struct ListOutput: Sendable {
  let form: ListCommand.Form?
  let table: ListTable

  init(form: ListCommand.Form?, width: Int?) {
    self.form = form
    table = ListTable(width: width, styling: .forOutput)
  }

  func begin() {
    switch form {
    case .json: break
    case .csv: StandardOutput.shared.write(CommaSeparated.heading)
    case nil: StandardOutput.shared.write(table.heading + "\n")
    }
  }

  func write(_ entry: ListEntry) {
    switch (form, entry) {
    case (.json, _): StandardOutput.shared.write(entry.json.text() + [0x0A])
    case (.csv, _): StandardOutput.shared.write(CommaSeparated.line(entry))
    case (nil, .log): StandardOutput.shared.write(table.line(entry) + "\n")
    // It was reported on standard error; the table holds logs only.
    case (nil, .unreadable): break
    }
  }
}
