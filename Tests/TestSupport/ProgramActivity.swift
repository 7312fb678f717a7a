import Glibc

/// What the system tells of the program on a terminal.
extension PseudoTerminal {
  /// Waits until the program hangs in a write that nobody reads.
  package func waitUntilItWrites(seconds: Double = 60) -> Bool {
    // The number is that of write on x86-64, or on arm64.
    waitUntilItCalls(["1", "64"], looks: 20, seconds: seconds)
  }

  /// Waits until the program waits for something while nobody reads what it writes.
  package func waitUntilItPolls(seconds: Double = 60) -> Bool {
    // The numbers are those of poll and ppoll on x86-64, and of ppoll on arm64.
    waitUntilItCalls(["7", "271", "73"], looks: 1, seconds: seconds)
  }

  /// Waits until the program is seen in one of some system calls at so many looks in a row, or dies.
  private func waitUntilItCalls(_ numbers: [String], looks wanted: Int, seconds: Double) -> Bool {
    let deadline = Self.now + seconds
    var looks = 0
    while looks < wanted, Self.now < deadline, isAlive {
      poll(nil, 0, 5)
      let call = (try? file("syscall"))?.prefix { $0 != " " }
      looks = numbers.contains(String(call ?? "")) ? looks + 1 : 0
    }
    return looks >= wanted
  }

  /// Whether the program runs; one whose end nobody took note of yet does not.
  private var isAlive: Bool {
    (try? file("stat"))?.split(separator: ")").last?.dropFirst().first != "Z"
  }

  /// How much processor time the program has used, in hundredths of a second.
  package func processorTicks() throws -> Int {
    // The name in parentheses may hold blanks; user and system time are fields 14 and 15.
    let fields = (try file("stat").split(separator: ")").last ?? "").split(separator: " ")
    return fields.dropFirst(11).prefix(2).reduce(0) { $0 + (Int($1) ?? 0) }
  }

  /// What the system tells of the program.
  private func file(_ name: String) throws -> String {
    try Self.contents("/proc/\(process)/\(name)")
  }

  private static func contents(_ path: String) throws -> String {
    guard let file = fopen(path, "r") else { throw Failure(call: "open \(path)", code: errno) }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  /// How much memory of the machine the program holds, in KiB.
  package func residentMemory() throws -> Int {
    // The second word counts pages.
    let words = try file("statm").split(separator: " ")
    return (words.dropFirst().first.flatMap { Int($0) } ?? 0) * Int(getpagesize()) / 1024
  }

  /// Reads until the program has nothing more to say and nothing more to do, and returns whether it
  /// came to that: all its threads and its children sleep, or it has ended.
  ///
  /// However slow the machine is, the screen is then what the program wants it to be.
  @discardableResult
  package func waitUntilIdle(seconds: Double = 60) -> Bool {
    let deadline = Self.now + seconds
    var looks = 0
    // Longer than an Escape waits for what may follow it.
    while looks < 20, Self.now < deadline, !hasEnded() {
      looks = pump(milliseconds: 4) || isWorking ? 0 : looks + 1
    }
    return looks >= 20 || ending != nil
  }

  private var isWorking: Bool {
    guard let threads = opendir("/proc/\(process)/task") else { return false }
    defer { closedir(threads) }
    while let entry = readdir(threads) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.first?.isNumber == true else { continue }
      let children = (try? file("task/\(name)/children"))?.split(separator: " ") ?? []
      let all = ["\(process)/task/\(name)"] + children.map(String.init)
      if !all.allSatisfy(Self.isAsleep) { return true }
    }
    return false
  }

  /// Whether a thread or process waits for something outside; one that ended meanwhile does too.
  private static func isAsleep(_ name: String) -> Bool {
    guard let status = try? contents("/proc/\(name)/stat") else { return true }
    return status.split(separator: ")").last?.dropFirst().first == "S"
  }
}
