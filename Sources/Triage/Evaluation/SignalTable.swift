/// The signals of labelled logs as comma-separated values, for looking at them elsewhere.
public struct SignalTable: Sendable {
  private let logs: [LabelledLog]

  /// The signals of some logs.
  public init(_ logs: [LabelledLog]) { self.logs = logs }

  /// A header line and a line for each log; a signal that a log lacks is empty.
  public var text: String {
    let codes = SignalCode.allCases
    let header = ["log", "culprit", "correct"] + codes.map(\.rawValue)
    let lines = logs.map { log in
      [log.name, log.culprit, log.isCorrect ? "1" : "0"]
        + codes.map { code in log.value(of: code).map { "\($0)" } ?? "" }
    }
    return ([header] + lines).map { $0.joined(separator: ",") + "\n" }.joined()
  }
}
