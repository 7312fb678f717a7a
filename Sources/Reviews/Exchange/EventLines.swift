import JSON

/// Review events as JSON Lines: what reviewers exchange.
package enum EventLines {
  /// The longest line that is read, in bytes without its end.
  package static let lineLimit = 1 << 20

  /// The text of events: each once, one a line, in their order.
  package static func text(of events: [ReviewEvent]) -> [UInt8] {
    var bytes: [UInt8] = []
    var last: EventID?
    for event in events.sorted(by: ReviewEvent.precedes) where event.id != last {
      event.json.write(to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
      last = event.id
    }
    return bytes
  }

  /// What was read from a text.
  package struct Reading: Sendable {
    /// The events of the good lines, in the order of the lines.
    package var events: [ReviewEvent] = []
    /// The lines that hold no event.
    package var faults: [Fault] = []
  }

  /// A line that holds no event.
  package struct Fault: Hashable, Sendable {
    /// The line, from 1.
    package var line: Int
    /// What is wrong with it, as a phrase that follows the place.
    package var what: String
  }

  /// Reads a text; empty lines are passed over.
  package static func read(_ text: [UInt8]) -> Reading {
    var reading = Reading()
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.allSatisfy(isSpace) {
      do throws(EventFault) {
        reading.events.append(try event(line))
      } catch {
        reading.faults.append(Fault(line: index + 1, what: error.description))
      }
    }
    return reading
  }

  private static func event(_ line: ArraySlice<UInt8>) throws(EventFault) -> ReviewEvent {
    guard line.count <= lineLimit else { throw EventFault("is longer than \(lineLimit) bytes") }
    let json: JSONValue
    do throws(JSONError) {
      json = try JSONValue(reading: line)
    } catch {
      throw EventFault("is no JSON: \(error)")
    }
    return try ReviewEvent(json: json)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }
}
