import CTOML

/// Assembles settings from the nodes that toml++ passes.
struct TOMLNodes {
  /// Every value with its path through tables that are not inline.
  private(set) var settings: [TOMLSetting] = []
  /// The tables that are not inline, with the lines of their keys.
  private(set) var tables: [(path: [String], line: Int)] = []
  /// What is open around the next node, the innermost last.
  private var open: [Container] = []
  /// What each open list and table in braces has so far, the innermost last; elements have no path.
  private var collected: [[TOMLSetting]] = []

  /// A table or list whose end has not come yet.
  private enum Container {
    /// A table whose settings are its own: the root, and tables with a header or dotted keys.
    case table(key: String?)
    /// A table in braces, or an element of a list.
    case inlineTable(key: String?, line: Int)
    case list(key: String?, line: Int)
  }

  /// Reads a text; what is wrong with it, where it is not TOML.
  mutating func read(_ bytes: [UInt8]) -> ConfigurationProblem? {
    var failure = ctoml_failure()
    let isRead = withUnsafeMutablePointer(to: &self) { nodes in
      bytes.withUnsafeBytes { text in
        ctoml_read(
          text.baseAddress?.assumingMemoryBound(to: CChar.self), text.count, nodes,
          { context, node in
            guard let nodes = context?.assumingMemoryBound(to: TOMLNodes.self), let node else {
              return
            }
            nodes.pointee.take(node.pointee)
          }, &failure)
      }
    }
    guard !isRead else { return nil }
    let words = withUnsafeBytes(of: failure.message) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    // It quotes what is in the text, which may be anything.
    let shown = words.unicodeScalars.map {
      $0.properties.generalCategory == .control ? "?" : String($0)
    }
    return ConfigurationProblem(
      line: max(1, Int(failure.line)),
      shown.joined().replacingStart("Error while", with: "error while"))
  }

  private mutating func take(_ node: ctoml_node) {
    let key = node.key.map { Self.text($0, node.key_length) }
    let line = Int(node.line)
    switch Int(node.kind) {
    case Int(ctoml_table_begins.rawValue): beginTable(key, line, isInline: node.is_inline)
    case Int(ctoml_array_begins.rawValue): beginCollecting(.list(key: key, line: line))
    case Int(ctoml_table_ends.rawValue), Int(ctoml_array_ends.rawValue): end()
    case Int(ctoml_string.rawValue):
      add(.string(node.text.map { Self.text($0, node.text_length) } ?? ""), key, line)
    case Int(ctoml_integer.rawValue): add(.integer(Int(clamping: node.integer)), key, line)
    case Int(ctoml_boolean.rawValue): add(.boolean(node.integer != 0), key, line)
    case Int(ctoml_fraction.rawValue): add(.fraction, key, line)
    default: add(.date, key, line)
    }
  }

  private static func text(_ start: UnsafePointer<CChar>, _ count: Int) -> String {
    start.withMemoryRebound(to: UInt8.self, capacity: count) {
      String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
    }
  }

  private mutating func beginTable(_ key: String?, _ line: Int, isInline: Bool) {
    let isElement = key == nil && !open.isEmpty
    if isInline || isElement {
      beginCollecting(.inlineTable(key: key, line: line))
      return
    }
    open.append(.table(key: key))
    if let path { tables.append((path, line)) }
  }

  /// The keys of the open tables since the innermost list or inline table; nil in the root.
  private var path: [String]? {
    var path: [String] = []
    for container in open.reversed() {
      guard case .table(let key) = container else { break }
      if let key { path.insert(key, at: 0) }
    }
    return path.isEmpty ? nil : path
  }

  private mutating func beginCollecting(_ container: Container) {
    open.append(container)
    collected.append([])
  }

  private mutating func end() {
    switch open.popLast() {
    case .inlineTable(let key, let line): add(.table(collected.popLast() ?? []), key, line)
    case .list(let key, let line):
      add(.array((collected.popLast() ?? []).map(\.value)), key, line)
    case .table, nil: break
    }
  }

  private mutating func add(_ kind: TOMLValue.Kind, _ key: String?, _ line: Int) {
    let path = (path ?? []) + [key].compactMap { $0 }
    let setting = TOMLSetting(path: path, line: line, value: TOMLValue(kind: kind, line: line))
    if collected.isEmpty {
      settings.append(setting)
    } else {
      collected[collected.count - 1].append(setting)
    }
  }
}

extension String {
  /// With another start, where it has this one.
  fileprivate func replacingStart(_ start: String, with other: String) -> String {
    hasPrefix(start) ? other + dropFirst(start.count) : self
  }
}
