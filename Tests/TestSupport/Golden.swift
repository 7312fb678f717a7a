// A build with a static standard library makes every target but tests, and finds no Testing module.
#if canImport(Testing)
  import Foundation
  import Testing

  /// Compares a text with the one kept beside the test, in `Goldens/NAME.txt`;
  /// a name may lead into a folder.
  ///
  /// `Tests/Scripts/record-goldens.sh` writes what the program does now into these files; the difference
  /// in the repository then shows what changed.
  package func expectGolden(
    _ text: String, named name: String, filePath: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = URL(fileURLWithPath: filePath).deletingLastPathComponent()
      .appendingPathComponent("Goldens")
    let file = folder.appendingPathComponent(name + ".txt")
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    guard let golden = try? String(contentsOf: file, encoding: .utf8) else {
      Issue.record(
        "there is no Goldens/\(name).txt yet: run Tests/Scripts/record-goldens.sh, and look at it",
        sourceLocation: sourceLocation)
      return
    }
    guard golden != text else { return }
    Issue.record(
      "differs from Goldens/\(name).txt (- kept, + now):\n\(LineDifference(golden, text).description)",
      sourceLocation: sourceLocation)
  }

  /// The lines in which two texts differ, with the lines around them.
  struct LineDifference: CustomStringConvertible {
    /// The lines of both texts in order, marked by where they are.
    private(set) var lines: [(mark: Character, text: Substring)] = []
    private static let context = 2

    init(_ old: String, _ new: String) {
      let oldLines = old.split(separator: "\n", omittingEmptySubsequences: false)
      let newLines = new.split(separator: "\n", omittingEmptySubsequences: false)
      let difference = newLines.difference(from: oldLines)
      let removed = Set(
        difference.removals.map { change in
          if case .remove(let offset, _, _) = change { offset } else { -1 }
        })
      let inserted = Set(
        difference.insertions.map { change in
          if case .insert(let offset, _, _) = change { offset } else { -1 }
        })
      var (oldIndex, newIndex) = (0, 0)
      while oldIndex < oldLines.count || newIndex < newLines.count {
        if oldIndex < oldLines.count, removed.contains(oldIndex) {
          lines.append(("-", oldLines[oldIndex]))
          oldIndex += 1
        } else if newIndex < newLines.count, inserted.contains(newIndex) {
          lines.append(("+", newLines[newIndex]))
          newIndex += 1
        } else {
          lines.append((" ", oldLines[oldIndex]))
          oldIndex += 1
          newIndex += 1
        }
      }
    }

    var description: String {
      let changed = lines.indices.filter { lines[$0].mark != " " }
      let near = Set(changed.flatMap { ($0 - Self.context)...($0 + Self.context) })
      var text = ""
      var previous = -1
      for index in lines.indices where near.contains(index) {
        if index != previous + 1 { text += "  ...\n" }
        text += "\(lines[index].mark) \(lines[index].text)\n"
        previous = index
      }
      return text
    }
  }
#endif
