import ArgumentParser
import BisectionLog
import Inputs
import Triage

/// `bisectty evaluate PATH ... [--labels FILE]`: how good the assessment is.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure how good the assessment is on logs whose truth is known.",
    discussion: """
      Prints the area under the curve, the Brier score, a calibration table and how often the \
      suspect step is the one that was judged wrongly. The figures come from models that were \
      fitted without the logs they are asked about; logs that name the same culprit stay together.

      Without --labels the truth is what was decided: culprits reviewed as correct or wrong.

      The labels are a table of tab-separated columns with a header line: 'log' (the file's name \
      without endings), 'label' (correct or incorrect), and where known 'first_wrong_commit' and \
      'reason'.
      """)

  @Argument(help: "Files, directories, or '-' for standard input.", completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp("The truth about the logs; else what was decided.", valueName: "file"),
    completion: .file())
  var labels: String?

  @Flag(help: "Print the weights that these logs give, in the form of the program's table.")
  var fit = false

  @Flag(help: "Print each log's signals as comma-separated values.")
  var signals = false

  func run() throws {
    let sample = try EvaluationSample.read(paths: paths, labels: labels)
    if signals {
      StandardOutput.shared.write(SignalTable(sample.logs).text)
    } else if fit {
      StandardOutput.shared.write(ModelFit(sample.logs).tableText)
    } else {
      StandardOutput.shared.write(EvaluationReport(sample).text)
    }
  }
}
