import Inputs

/// The logs that are measured, unpacked and in memory.
struct LogSet {
  /// A file and what it holds.
  struct File {
    var path: String
    var bytes: [UInt8]
  }

  /// The files in the order of their paths; what cannot be read is left out.
  let files: [File]

  /// The samples of the project that this file lies in.
  static let samples =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    + "/Resources/samples"

  /// Reads all files in some folders.
  init(reading folders: [String]) {
    files = InputSearch.find(folders.map { InputPath($0) }).compactMap { found in
      guard case .input(let path) = found, let input = try? Input.read(path) else { return nil }
      return File(path: path.text, bytes: input.bytes)
    }
  }

  /// The logs again and again until they are so many bytes, each with memory of its own, so that the
  /// processor's cache knows none of them from before.
  func repeated(toBytes total: Int) -> [[UInt8]] {
    var logs: [[UInt8]] = []
    var count = 0
    while count < total {
      for file in files where count < total {
        logs.append(file.bytes.map { $0 })
        count += file.bytes.count
      }
    }
    return logs
  }
}

/// How many bytes some logs are.
func byteCount(_ logs: some Sequence<[UInt8]>) -> Int { logs.reduce(0) { $0 + $1.count } }
