import Glibc
import Reviews

/// Files and arguments that hold very many of what only the program reads; removed with the value.
final class ScaledFiles {
  private let folder: String

  init() {
    var template = Array("/tmp/bisectty-benchmark-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { Benchmark.fail("cannot make a folder in /tmp") }
    folder = String(decoding: template.dropLast().map(UInt8.init), as: UTF8.self)
  }

  deinit { OtherPrograms.run("rm", ["-r", folder]) }

  private func write(_ text: [UInt8], to name: String) -> String {
    let path = "\(folder)/\(name)"
    guard let file = fopen(path, "w") else { Benchmark.fail("cannot write \(path)") }
    fwrite(text, 1, text.count, file)
    fclose(file)
    return path
  }

  /// 500 mails at first.
  func mailbox(_ factor: Int) -> [String] {
    let text = ManyOf.mails.text(4_000 * factor)
    return ["list", write(Array(text.utf8), to: "\(factor).mbox")]
  }

  private var log: String { write(Array(ManyOf.runs.text(1).utf8), to: "log.txt") }

  /// 1,000 terms at first.
  func filter(_ factor: Int) -> [String] {
    let terms = Array(repeating: "p<1", count: 1_000 * factor).joined(separator: " or ")
    return ["list", "--filter", terms, log]
  }

  /// 500 keys and colours at first.
  func configuration(_ factor: Int) -> [String] {
    let keys = (0..<500 * factor).map { "undo\($0) = \"F\($0)\"\n" }.joined()
    let themes = (0..<500 * factor).map { "[themes.t\($0)]\ndim = \"red\"\n" }.joined()
    return [
      "config", "--config", write(Array("[keys]\n\(keys)\(themes)".utf8), to: "\(factor).toml"),
    ]
  }

  /// 10,000 decisions at first.
  func decisions(_ factor: Int) -> [String] {
    let events = (0..<10_000 * factor).compactMap { number -> ReviewEvent? in
      let digest = ContentDigest(of: Array("\(number % (5_000 * factor))".utf8))
      guard let reviewer = Reviewer("Ada"),
        let decision = try? Decision(.correct, note: "note \(number)")
      else { return nil }
      return ReviewEvent(
        time: EventTime(microseconds: Int64(number)), reviewer: reviewer,
        stroke: StrokeID(UInt64(number)), action: .decided(DecidedLog(digest: digest), decision))
    }
    let path = write(EventLines.text(of: events), to: "\(factor).jsonl")
    return ["reviews", "import", path, "--store", folder + "/store.sqlite"]
  }

  /// Begins with an empty store.
  func removeStore() {
    for ending in ["", "-wal", "-shm"] { unlink(folder + "/store.sqlite" + ending) }
  }
}
