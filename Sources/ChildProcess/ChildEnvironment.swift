import Glibc

/// The variables a program is started with.
package struct ChildEnvironment: Hashable, Sendable {
  /// Values by name.
  package var variables: [String: String]

  /// Some variables and no others.
  package init(_ variables: [String: String] = [:]) { self.variables = variables }

  /// The variables of this process.
  package static var current: ChildEnvironment {
    var variables: [String: String] = [:]
    var next = environ
    while let line = next.pointee {
      let text = String(cString: line)
      if let equals = text.firstIndex(of: "=") {
        variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      next += 1
    }
    return ChildEnvironment(variables)
  }

  /// Without the variables whose names begin with `prefix`, except for some.
  package func removing(prefix: String, except kept: Set<String> = []) -> ChildEnvironment {
    ChildEnvironment(variables.filter { !$0.key.hasPrefix(prefix) || kept.contains($0.key) })
  }

  /// With some variables added or replaced.
  package func setting(_ changes: [String: String]) -> ChildEnvironment {
    ChildEnvironment(variables.merging(changes) { $1 })
  }

  /// As `NAME=VALUE`, in a stable order.
  var lines: [String] { variables.map { "\($0.key)=\($0.value)" }.sorted() }
}
