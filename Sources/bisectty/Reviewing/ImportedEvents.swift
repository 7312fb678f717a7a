import Exports
import Inputs
import ReviewStore
import Reviews

/// The events of files that come from others; what is wrong in them is reported on standard error.
struct ImportedEvents {
  /// The events of all good lines.
  private(set) var events: [ReviewEvent] = []
  /// How many lines were refused.
  private(set) var refused = 0
  /// What became of each file.
  private(set) var statuses: [ExitStatus] = []

  /// The longest file, in bytes; a million decisions take about 280 MB.
  private static let limits = InputLimits(file: 1 << 30, unpacked: 1 << 30)
  /// How many bad lines of a file are reported one by one.
  private static let reportedFaults = 20

  /// Reads a file.
  mutating func read(_ path: InputPath) {
    do throws(InputError) {
      take(try Input.read(path, limits: Self.limits).bytes, from: path.text)
    } catch {
      // Nobody decided anything yet.
      if error.problem == .empty { return statuses.append(.done) }
      let failure = CommandFailure(error)
      failure.line.map(StandardError.write)
      statuses.append(failure.status)
    }
  }

  /// Adds the events of a text.
  mutating func take(_ text: [UInt8], from name: String) {
    let reading = EventLines.read(text)
    events += reading.events
    refused += reading.faults.count
    for fault in reading.faults.prefix(Self.reportedFaults) {
      StandardError.write("\(name):\(fault.line): \(fault.what), the line is left out")
    }
    let untold = reading.faults.count - Self.reportedFaults
    if untold > 0 { StandardError.write("\(name): \(untold) more lines are left out") }
    statuses.append(reading.faults.isEmpty ? .done : .wanting)
  }

  /// Keeps all events at one go, and gives how many were new.
  func keep(in store: ReviewStore) throws(CommandFailure) -> Int {
    do throws(ReviewStoreError) {
      return try store.append(events)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// What was taken in, as a sentence without full stop.
  func summary(new: Int) -> String {
    let known = Set(events.map(\.id)).count - new
    let left = refused > 0 ? ", \(refused) \(refused == 1 ? "line" : "lines") left out" : ""
    return "\(new) new, \(known) known before\(left)"
  }
}
