import Glibc

/// What connects one commit with a crash.
struct CommitSignalsOfCrash {
  /// Whether it changes the guilty file.
  private(set) var guiltyFile = 0.0
  /// The best of its files in the stacks, and all of them together.
  private(set) var stackFile = 0.0
  private(set) var stackFiles = 0.0
  /// Functions of the stacks that its message names, and the guilty one.
  private(set) var namedFunctions = 0.0
  private(set) var guiltyFunction = 0.0
  /// What its subject shares with the title, with the paths, and what precedes its colon with both.
  private(set) var titleWords = 0.0
  private(set) var prefix = 0.0
  private(set) var pathWords = 0.0
  /// What its message shares with the functions' names.
  private(set) var functionWords = 0.0
  /// How close its files are to the guilty one, and to those of the stacks.
  private(set) var near = 0.0
  private(set) var nearStack = 0.0
  /// Its part of tools and documentation, its size, and whether it is of another architecture.
  private(set) var asideShare = 0.0
  private(set) var size = 0.0
  private(set) var isElsewhere = false
  /// How surely it is younger than the kernel that crashed, from 0 to 1.
  private(set) var isYounger = 0.0
  /// The most specific file of the stacks that it touches.
  private(set) var touched: String?

  init(_ terms: CommitPool.Terms, _ pool: CommitPool, _ crash: CrashProfile) {
    addFiles(terms, pool, crash)
    addWords(terms, pool, crash)
    let count = Double(terms.files.count)
    size = log(1 + count) / 5
    let aside = terms.files.count { file in
      ["tools/", "Documentation/", "samples/", "scripts/"].contains { file.hasPrefix($0) }
    }
    asideShare = Double(aside) / max(1, count)
    if let written = terms.day, let newest = crash.newestDay {
      isYounger = min(1, max(0, Double(written - newest) / 90))
    }
    isElsewhere =
      !terms.files.isEmpty && terms.files.allSatisfy(Self.isSpecial)
      && !crash.leadingFiles.contains { Self.isSpecial($0.path) }
  }

  private static func isSpecial(_ path: String) -> Bool {
    path.hasPrefix("arch/") || path.hasPrefix("drivers/gpu/")
  }

  /// The sum of the signals, in log odds.
  var score: Double {
    let places = 0.64 * guiltyFile + 0.87 * stackFile + 0.56 * stackFiles
    let names = 0.82 * namedFunctions + 0.99 * guiltyFunction
    let words = 0.85 * titleWords + 2.81 * prefix + 2.99 * functionWords + 2.1 * pathWords
    let distance = 2.23 * near + 1.88 * nearStack
    let kind = -0.15 * asideShare - 0.95 * size - (isElsewhere ? 0.27 : 0) - 4.12 * isYounger
    return places + names + words + distance + kind
  }

  private mutating func addFiles(
    _ terms: CommitPool.Terms, _ pool: CommitPool, _ crash: CrashProfile
  ) {
    if let file = crash.guiltyFile, terms.files.contains(file) { guiltyFile = 1 }
    var sum = 0.0
    for file in terms.files {
      guard let weight = crash.files[file] else { continue }
      let own = weight * (0.5 + 0.5 * pool.rarity(ofFile: file))
      sum += own
      if own > stackFile { (stackFile, touched) = (own, file) }
    }
    stackFiles = min(3, sum) / 3
    if let guilty = crash.guiltyFile { near = Self.nearness(guilty, terms.files) }
    for (path, weight) in crash.leadingFiles {
      nearStack = max(nearStack, weight * Self.nearness(path, terms.files))
    }
  }

  /// The share of a path's parts that the nearest of some files has in common with it.
  private static func nearness(_ path: String, _ files: Set<String>) -> Double {
    let own = Array(path.utf8)
    let parts = own.reduce(1) { $1 == UInt8(ascii: "/") ? $0 + 1 : $0 }
    var best = 0
    for file in files where best < parts {
      best = max(best, commonParts(own, file))
    }
    return Double(best) / Double(parts)
  }

  private static func commonParts(_ path: [UInt8], _ file: String) -> Int {
    var parts = 0
    var index = 0
    for byte in file.utf8 {
      guard index < path.count, path[index] == byte else { return parts }
      if byte == UInt8(ascii: "/") { parts += 1 }
      index += 1
    }
    // The whole path, or a folder in it: logs shorten what a large commit changes to its folders.
    return index == path.count || path[index] == UInt8(ascii: "/") ? parts + 1 : parts
  }

  private mutating func addWords(
    _ terms: CommitPool.Terms, _ pool: CommitPool, _ crash: CrashProfile
  ) {
    var named = 0.0
    for (name, weight) in crash.functions {
      let small = name.lowercased()
      if terms.identifiers.contains(small) { named += weight * pool.rarity(ofIdentifier: small) }
    }
    namedFunctions = min(2, named) / 2
    if let name = crash.guiltyFunction?.lowercased(), terms.identifiers.contains(name) {
      guiltyFunction = 1
    }
    var shared = 0.0
    var paths = 0.0
    for word in terms.titleWords {
      if crash.titleWords.contains(word) { shared += pool.rarity(ofTitleWord: word) }
      if crash.pathWords.contains(word) { paths += pool.rarity(ofTitleWord: word) }
    }
    titleWords = min(3, shared) / 3
    pathWords = min(3, paths) / 3
    for word in terms.prefixWords {
      let isKnown =
        crash.functionWords[word] != nil || crash.titleWords.contains(word)
        || crash.pathWords.contains(word)
      if isKnown { prefix = max(prefix, pool.rarity(ofTitleWord: word)) }
    }
    var functions = 0.0
    for word in terms.words {
      if let weight = crash.functionWords[word] { functions += weight * pool.rarity(ofWord: word) }
    }
    functionWords = min(3, functions) / 3
  }

  /// What speaks for the commit, in a few words each, the strongest first.
  func reasons(of commit: RangeCommit, for crash: CrashProfile) -> [String] {
    var reasons: [String] = []
    if guiltyFunction > 0, let name = crash.guiltyFunction {
      reasons.append("names \(name), the guilty function")
    }
    if guiltyFile > 0, let file = crash.guiltyFile {
      reasons.append("changes \(file), the guilty file")
    } else if let touched {
      reasons.append("changes \(touched), which is in the stacks")
    } else if let guilty = crash.guiltyFile, near > 0.4 {
      reasons.append("changes files near \(guilty)")
    }
    if namedFunctions > 0.1, guiltyFunction == 0 {
      let names = crash.functions.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
      let text = ProfileWords.identifiers(commit.title + "\n" + commit.message)
      if let name = names.first(where: { text.contains($0.lowercased()) }) {
        reasons.append("names \(name) of the stacks")
      }
    }
    if isYounger > 0.3 { reasons.append("was written after the kernel that crashed") }
    if prefix > 0.3, let colon = commit.title.firstIndex(of: ":") {
      reasons.append("is of “\(commit.title[..<colon])”")
    }
    reasons.append(Words.count(commit.files.count, "file", "files"))
    return reasons
  }
}
