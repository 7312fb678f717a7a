import BisectionLog

/// The crashes that name each culprit in a collection of logs.
public struct LogCollection: Sendable {
  private var functions: [String: Set<String>] = [:]

  /// An empty collection.
  public init() {}

  /// Adds a log; logs that name no single commit change nothing.
  public mutating func add(_ log: BisectionLog) {
    guard log.outcome.kind == .culprit, let culprit = log.culprit else { return }
    functions[log.string(culprit.commit), default: []].insert(Self.subject(of: log))
  }

  /// How many crashes without a function in common are blamed on a commit.
  func unrelatedCrashes(blamedOn commit: String) -> Int { functions[commit]?.count ?? 0 }

  /// What a log's original crash is about: the first word of its function, else its title.
  private static func subject(of log: BisectionLog) -> String {
    let run = log.steps.lazy.flatMap(\.runs).first { $0.outcome == .crashed }
    guard let run else { return "" }
    let title = CrashTitle(log.string(run.title))
    guard let function = title.function else { return title.shape }
    return String(function.prefix { $0 != "_" })
  }
}

extension LogFacts {
  /// Whether the culprit attracts blame from crashes that have nothing to do with each other.
  func magnet(in collection: LogCollection?) -> Signal? {
    guard let collection else { return nil }
    let crashes = collection.unrelatedCrashes(blamedOn: log.string(culprit.commit))
    // Up to six crashes are blamed rightly as often as one is; a bug has many faces.
    var text: String {
      crashes < 7
        ? "No crowd of unrelated crashes is blamed on this commit."
        : "\(crashes) unrelated crashes of the collection are blamed on this commit."
    }
    return signal(.magnet, Double(crashes - 6) / 4, text, at: [culprit.line])
  }
}
