/// What programs put before, after or between the lines of a text on its way to a person.
package struct LineWrapping: Sendable, CustomStringConvertible {
  /// What makes it.
  package let name: String
  private let wrap: @Sendable ([String]) -> [String]

  /// The name.
  package var description: String { name }

  private init(_ name: String, _ wrap: @escaping @Sendable ([String]) -> [String]) {
    self.name = name
    self.wrap = wrap
  }

  private static func each(
    _ name: String, _ wrap: @escaping @Sendable (Int, String) -> String
  ) -> LineWrapping {
    LineWrapping(name) { $0.enumerated().map { wrap($0.offset, $0.element) } }
  }

  /// The text as it arrives.
  package func wrapped(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let body = lines.last == "" ? Array(lines.dropLast()) : lines
    return wrap(body).joined(separator: "\n") + "\n"
  }

  /// This wrapping put around what another one made.
  package func around(_ inner: LineWrapping) -> LineWrapping {
    LineWrapping("\(name) around \(inner.name)") { wrap(inner.wrap($0)) }
  }

  private static func clock(_ index: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let seconds = index / 7
    return "10:\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }

  private static func escaped(_ line: String) -> String {
    line.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }

  /// A line as JSON writes it.
  private static func quoted(_ line: String) -> String {
    line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\t", with: "\\t").replacing("<", with: "\\u003c")
  }

  /// Wrappings of any text.
  package static let all: [LineWrapping] = [
    each("CI log") { "2024-06-18T\(clock($0)).1234567Z \($1)" },
    each("serial logger") { "2024-06-18 \(clock($0)) \($1)" },
    each("docker compose") { "kernel_1  | \($1)" },
    each("console server") { "[console-expect]#\($1)" },
    each("cat -n") { String(repeating: " ", count: 6 - String($0 + 1).count) + "\($0 + 1)\t\($1)" },
    each("grep -n") { "\($0 + 1):\($1)" },
    each("grep -n of a file") { "file.txt:\($0 + 1):\($1)" },
    each("bar") { "| \($1)" },
    each("nobody's own") { "[box-7] \(clock($0)) | \($1)" },
    each("quotation") { "> \($1)" },
    each("indentation") { "    \($1)" },
    each("colour") { "\u{1B}[32m\u{1B}[0m\u{1B}[33m\($1)\u{1B}[0m\u{1B}[K" },
    each("blank ends") { "\($1)   " },
    each("page source") { escaped($1) },
    each("page with breaks") { escaped($1) + "<br>" },
    LineWrapping("doubled blank lines") { $0.flatMap { [$0, ""] } },
    each("quotation without blanks") { ">\($1)" },
    each("patch") { "+\($1)" },
    each("comment of C") { "// \($1)" },
    each("CR LF") { "\($1)\r" },
    each("console server's date") { "[Thu Jun 18 \(clock($0)) 2024]\($1)" },
    each("monitor's prompt") { "(qemu) \($1)" },
    each("no-break spaces") { $1.replacing("  ", with: "\u{A0} ") },
    each("frame of a table") {
      "| \($1)\(String(repeating: " ", count: max(0, 100 - $1.utf8.count))) |"
    },
    each("line ends written out") { "\($1)\\n" },
    each("columns between commas") { "\"2024-06-18 \(clock($0))\",\"box\",\"\($1)\"" },
    each("a container's records") {
      #"{"log":"\#(quoted($1))\n","stream":"stdout","time":"2024-06-18T\#(clock($0))Z"}"#
    },
    each("a test lab's records") {
      #"- {"dt": "2024-06-18T\#(clock($0))", "lvl": "target", "msg": "\#(quoted($1))"}"#
    },
    each("a journal's fields") {
      "__CURSOR=s=\($0)\n_TRANSPORT=kernel\nSYSLOG_IDENTIFIER=kernel\nMESSAGE=\($1)\n"
    },
    each("numbered rows of a page") { "<tr><td>\($0)</td><td>\(escaped($1))</td></tr>" },
    LineWrapping("two blank lines more") { $0.flatMap { [$0, "", ""] } },
  ]

  /// Wrappings of a console's lines.
  package static let ofConsoles: [LineWrapping] = [
    each("syslog") { "Jan 15 \(clock($0)) host42 kernel: [435222.\(100_000 + $0)] \($1)" },
    each("journal") { "Jun  8 \(clock($0)) host42 kernel: \($1)" },
    each("ISO journal") { "2024-06-18T\(clock($0)).123456+02:00 host42 kernel: \($1)" },
    each("dmesg -T") { "[Thu Jun 18 \(clock($0)) 2024] \($1)" },
    each("dmesg -x") {
      "kern  :\(["alert", "warn ", "info "][$0 % 3]) : [   12.\(100 + $0)] \($1)"
    },
    each("dmesg --raw") { "4,\(1234 + $0),\(12_345_678 + $0),-;\($1)" },
    each("dmesg -d") { "[   12.\(100 + $0) <    0.000012>] \($1)" },
    each("journal with uptime") { "[   12.\(100 + $0)] host42 kernel: \($1)" },
    each("logread") {
      "Thu Jun 18 \(clock($0)) 2024 kern.\(["warn", "err"][$0 % 2]) kernel: [   12.\(100 + $0)] \($1)"
    },
    each("logcat, brief") { "\(["W", "E"][$0 % 2])/kernel  (    0): \($1)" },
    each("logcat") { "01-15 \(clock($0)).123     0     0 \(["W", "E"][$0 % 2]) kernel  : \($1)" },
  ]

  /// A mail program that breaks lines before the word that would pass a column.
  package static func mailer(columns: Int) -> LineWrapping {
    LineWrapping("lines of \(columns) columns") { $0.flatMap { broken($0, columns: columns) } }
  }

  /// A terminal of some columns whose screen was copied.
  package static func terminal(columns: Int) -> LineWrapping {
    LineWrapping("a terminal of \(columns) columns") { lines in
      lines.flatMap { line in
        var pieces: [String] = []
        var rest = Substring(line)
        repeat {
          pieces.append(String(rest.prefix(columns)))
          rest = rest.dropFirst(columns)
        } while !rest.isEmpty
        return pieces
      }
    }
  }

  private static func broken(_ line: String, columns: Int) -> [String] {
    var lines: [String] = []
    var rest = Substring(line)
    while rest.utf8.count > columns {
      let head = rest.prefix(columns + 1).lastIndex(of: " ") ?? rest.firstIndex(of: " ")
      guard let head, rest[..<head].contains(where: { $0 != " " }) else { break }
      lines.append(String(rest[..<head]))
      rest = rest[rest.index(after: head)...]
    }
    return lines + [String(rest)]
  }
}
