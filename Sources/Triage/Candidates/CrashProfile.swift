import BisectionLog

/// The evidence of a crash about the commit behind it: the files and functions of its stacks with
/// their weights, and the words of its title.
public struct CrashProfile: Sendable {
  /// The guilty file and function; nil if the report names none.
  let guiltyFile: String?
  let guiltyFunction: String?
  /// The weight of each file and function of the stacks, above 0 and at most 1.
  let files: [String: Double]
  let functions: [String: Double]
  /// The words of the title and of the guilty function.
  let titleWords: Set<String>
  /// The words of which the functions' names are made, with the weight of the function.
  let functionWords: [String: Double]
  /// The specific words of the paths.
  let pathWords: Set<String>
  /// The files with the greatest weights, in descending order.
  let leadingFiles: [(path: String, weight: Double)]
  /// The last day on which a commit of the kernel that crashed can have been written, in days from
  /// 1970 on; nil if the report does not name the kernel's version.
  let newestDay: Int?

  /// How many stacks and files are looked at.
  private static let mostStacks = 8
  private static let mostFiles = 8

  /// Reads a report; `file` names the guilty file where no report does.
  public init(
    title: String?, report: CrashReport?, guilt: Guilt, in text: SourceText, file: String? = nil
  ) {
    var files: [String: Double] = [:]
    var functions: [String: Double] = [:]
    newestDay = report.flatMap { KernelMoment.newestDay(of: $0, in: text) }
    if let report {
      let order = report.stacks.indices.sorted { first, second in
        let (isFirst, isSecond) = (first == guilt.frame?.stack, second == guilt.frame?.stack)
        return isFirst != isSecond ? isFirst : first < second
      }
      for (rank, index) in order.prefix(Self.mostStacks).enumerated() {
        let isGuilty = index == guilt.frame?.stack
        let stack = report.stacks[index]
        let weight = isGuilty ? 1 : Self.weight(of: stack.kind) * power(0.85, rank)
        let start = isGuilty ? guilt.frame?.frame ?? 0 : 0
        Self.add(stack, from: start, weight: weight, text, &files, &functions)
      }
    }
    let guiltyFile = (guilt.file ?? file).map(Self.relative)
    if let file, files[file] == nil { files[file] = 1 }
    self.guiltyFile = guiltyFile
    guiltyFunction = guilt.function
    self.files = files
    self.functions = functions
    let last = title.map { $0.components(after: " in ") } ?? ""
    titleWords = Set(
      ProfileWords.words(title ?? "") + ProfileWords.words(guilt.function ?? "")
        + ProfileWords.words(last))
    var functionWords: [String: Double] = [:]
    for (name, weight) in functions {
      for word in ProfileWords.words(name) {
        functionWords[word] = max(functionWords[word] ?? 0, weight)
      }
    }
    self.functionWords = functionWords
    pathWords = Set(files.filter { $0.value > 0.3 }.keys.flatMap { ProfileWords.words($0) })
    leadingFiles = files.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
      .prefix(Self.mostFiles).map { (path: $0.key, weight: $0.value) }
  }

  /// Every word that a commit may share with the crash.
  var wantedWords: Set<String> { titleWords.union(pathWords).union(functionWords.keys) }

  /// The functions that a commit may name, in small letters.
  var wantedNames: Set<String> {
    // Shorter names occur in too many messages by chance.
    Set(
      (functions.keys + [guiltyFunction].compactMap { $0 }).map { $0.lowercased() }.filter {
        $0.utf8.count > 3
      })
  }

  /// A path as git has it; some reports were cut one byte short of that.
  private static func relative(_ path: String) -> String { String(path.drop { $0 == "/" }) }

  private static func weight(of kind: StackKind) -> Double {
    switch kind {
    case .allocation, .free, .origin, .lockChain, .callTrace: 0.6
    default: 0.4
    }
  }

  /// Adds the frames of a stack: each specific frame reduces the weight of those below it.
  private static func add(
    _ stack: Stack, from start: Int, weight: Double, _ text: SourceText,
    _ files: inout [String: Double], _ functions: inout [String: Double]
  ) {
    let classes = FrameClasses.standard
    var depth = 0
    for frame in stack.frames.dropFirst(start).prefix(60) {
      let name = frame.readableFunction(in: text)
      let frameClass = classes.frameClass(ofFunction: name)
      if frameClass == .entry { continue }
      let isGeneric = frameClass == .generic
      let own =
        weight * power(0.85, depth) * (isGeneric ? 0.3 : 1) * (frame.reliable ? 1 : 0.6)
      if !isGeneric { depth += 1 }
      if let range = frame.file {
        let path = Self.relative(text.string(range))
        if !classes.genericFiles.match(Array(path.utf8).span) {
          files[path] = max(files[path] ?? 0, own)
        }
      }
      if !isGeneric {
        let bare = String(name.prefix { $0 != "." })
        functions[bare] = max(functions[bare] ?? 0, own)
      }
    }
  }
}

/// A number times itself.
private func power(_ base: Double, _ exponent: Int) -> Double {
  var result = 1.0
  for _ in 0..<exponent { result *= base }
  return result
}

extension String {
  /// What follows the last occurrence of a text; "" where it does not occur.
  fileprivate func components(after text: String) -> String {
    var rest = self[...]
    var found = false
    while let range = rest.firstRange(of: text) {
      rest = rest[range.upperBound...]
      found = true
    }
    return found ? String(rest) : ""
  }
}

/// The specific words of titles, paths and names.
enum ProfileWords {
  /// The words of a text in small letters, without digits alone, short words and those of every report.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func end() {
      defer { word.removeAll(keepingCapacity: true) }
      guard word.count > 2, !word.allSatisfy({ (0x30...0x39).contains($0) }) else { return }
      let name = String(decoding: word, as: UTF8.self)
      if !common.contains(name) { words.append(name) }
    }
    for byte in text.utf8 {
      let small = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if (0x61...0x7A).contains(small) || (0x30...0x39).contains(small) {
        word.append(small)
      } else {
        end()
      }
    }
    end()
    return words
  }

  private static let common: Set<String> = [
    "the", "and", "for", "use", "with", "from", "read", "write", "after", "free", "bug", "kasan",
    "kmsan", "ubsan", "warning", "info", "possible", "deadlock", "general", "protection", "fault",
    "unable", "handle", "kernel", "null", "pointer", "dereference", "paging", "request", "memory",
    "leak", "out", "bounds", "slab", "uninit", "value", "task", "hung", "rcu", "detected", "stall",
    "inconsistent", "lock", "state", "invalid", "context", "sleeping", "function", "called",
    "linux",
    "net", "add", "fix", "get", "set", "init", "new", "check", "make", "support", "type", "size",
    "access", "global", "stack", "double",
  ]

  /// The identifiers of a text of four bytes or more, in small letters.
  static func identifiers(_ text: String) -> Set<String> {
    var found: Set<String> = []
    var word: [UInt8] = []
    for byte in text.utf8 {
      let small = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      let isLetter = (0x61...0x7A).contains(small) || small == 0x5F
      if isLetter || !word.isEmpty && (0x30...0x39).contains(small) {
        word.append(small)
      } else if !word.isEmpty {
        if word.count > 3 { found.insert(String(decoding: word, as: UTF8.self)) }
        word.removeAll(keepingCapacity: true)
      }
    }
    if word.count > 3 { found.insert(String(decoding: word, as: UTF8.self)) }
    return found
  }
}
