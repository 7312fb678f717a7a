import Glibc

/// The variables a program is started with.
public struct ChildEnvironment: Hashable, Sendable {
  /// Values by name.
  public var variables: [String: String]

  /// Some variables and no others.
  public init(_ variables: [String: String] = [:]) { self.variables = variables }

  /// The variables of this process.
  public static var current: ChildEnvironment {
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
  public func removing(prefix: String, except kept: Set<String> = []) -> ChildEnvironment {
    ChildEnvironment(variables.filter { !$0.key.hasPrefix(prefix) || kept.contains($0.key) })
  }

  /// With some variables added or replaced.
  public func setting(_ changes: [String: String]) -> ChildEnvironment {
    ChildEnvironment(variables.merging(changes) { $1 })
  }

  /// As `NAME=VALUE`, in a stable order.
  var lines: [String] { variables.map { "\($0.key)=\($0.value)" }.sorted() }
}
