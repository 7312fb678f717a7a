extension Role {
  /// Its stable name in configuration files.
  package var name: String { description.name }

  /// What has this role, in a few words.
  package var sentence: String { description.sentence }

  private var description: (name: String, sentence: String) {
    switch self {
    case .text: ("text", "everything without a role of its own")
    case .dim: ("dim", "what matters least")
    case .heading: ("heading", "headings")
    case .accent: ("accent", "the bar at the cursor, marks, the filter")
    case .border: ("border", "the borders of panes")
    case .focusedBorder: ("focused-border", "the border of the pane that has the keys")
    case .paneTitle: ("pane-title", "the names of panes")
    case .focusedPaneTitle: ("focused-pane-title", "the name of the pane that has the keys")
    case .selection: ("selection", "the row under the cursor")
    case .inactiveSelection: ("inactive-selection", "the row under the cursor of another pane")
    case .crashed: ("crashed", "runs with the original crash")
    case .foreign: ("foreign", "runs with another bug's crash")
    case .passed: ("passed", "runs that passed")
    case .broken: ("broken", "inconclusive runs")
    case .good: ("good", "the verdict good, and what went well")
    case .bad: ("bad", "the verdict bad")
    case .skip: ("skip", "the verdict skip")
    case .supports: ("supports", "evidence for the culprit")
    case .against: ("against", "evidence against the culprit")
    case .warning: ("warning", "warnings")
    case .error: ("error", "errors")
    case .notice: ("notice", "what is worth a look")
    case .key: ("key", "keys")
    case .guilty: ("guilty", "the guilty frame")
    case .culpritFile: ("culprit-file", "files that the culprit changes")
    case .inlined: ("inlined", "inlined and generic frames")
    case .match: ("match", "what a search found")
    case .added: ("added", "added lines")
    case .removed: ("removed", "removed lines")
    }
  }
}
