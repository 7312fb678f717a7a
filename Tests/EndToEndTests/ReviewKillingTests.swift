import Foundation
import JSON
import TestSupport
import Testing

/// Two processes that decide in one store and are killed over and over.
@Suite struct ReviewKillingTests {
  /// How many logs are decided on; more with `BISECTTY_KILLED_REVIEWS`.
  private static let count =
    ProcessInfo.processInfo.environment["BISECTTY_KILLED_REVIEWS"].flatMap(Int.init) ?? 300

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func everyAcknowledgedDecisionIsFound() async throws {
    let sample = try String(contentsOfFile: "Resources/samples/git-bisect-log.txt", encoding: .utf8)
    let paths = try (0..<Self.count).map { number in
      try folder.write("logs/\(number).txt", sample + "# log \(number)\n")
    }
    let half = paths.count / 2
    let home = folder.path
    async let first = Self.decide(on: Array(paths[..<half]), as: "ann", in: home)
    async let second = Self.decide(on: Array(paths[half...]), as: "bob", in: home)
    let kills = try await (first, second)
    #expect(min(kills.0, kills.1) >= 5, "the processes were hardly killed")
    let export = try CommandRun.bisectty(["reviews", "export", "--store", "\(home)/store"])
    #expect(export.status == 0, "\(export.errors)")
    let names = try export.lines.map { line in
      try JSONValue(reading: line.utf8)["name"]?.string ?? ""
    }
    let missing = Set((0..<Self.count).map { "\($0).txt" }).subtracting(names)
    #expect(missing.isEmpty, "acknowledged and lost: \(missing.sorted())")
    print("\(Self.count) acknowledged decisions found after \(kills.0 + kills.1) kills")
  }

  /// Decides on logs until each was acknowledged, and gives how often the process was killed.
  private static func decide(
    on paths: [String], as reviewer: String, in home: String
  ) async throws -> Int {
    var rest = paths
    var kills = 0
    while !rest.isEmpty {
      let list = "\(home)/\(reviewer).list"
      try rest.joined(separator: "\n").write(toFile: list, atomically: true, encoding: .utf8)
      let acknowledged = try killedRun(
        list: list, store: "\(home)/store", reviewer: reviewer,
        after: Int.random(in: 0...max(1, paths.count / 10)))
      kills += acknowledged.count < rest.count ? 1 : 0
      // A decision that is not acknowledged may be kept or not; it is taken again.
      #expect(acknowledged == rest.prefix(acknowledged.count).map { "\($0): retest, kept" })
      rest.removeFirst(min(rest.count, acknowledged.count))
    }
    return kills
  }

  /// Starts the program, kills it after some acknowledgements, and gives all of them.
  private static func killedRun(
    list: String, store: String, reviewer: String, after count: Int
  ) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltProducts.program("bisectty"))
    process.arguments = [
      "review", "--paths-from", list, "--verdict", "retest", "--reviewer", reviewer,
      "--store", store,
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    var text = Data()
    while text.count(where: { $0 == 0x0A }) < count {
      let piece = output.fileHandleForReading.availableData
      if piece.isEmpty { break }
      text += piece
    }
    // Not only right after an acknowledgement: at any moment of the next decision.
    usleep(UInt32.random(in: 0...4000))
    kill(process.processIdentifier, SIGKILL)
    text += try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
