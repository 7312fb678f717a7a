import Dispatch
import Glibc
import Inputs
import Workbench

/// Restores the last session over the same logs, and saves this one.
@MainActor
final class SessionRecorder {
  private let folder: StateFolder
  private let name: SessionName?
  private var kept: Session?
  private var habits: Habits
  private var configuredHosts: Set<String> = []
  /// Writes beside the run loop: a disk may take its time.
  private let writing = DispatchQueue(label: "session")

  /// A recorder for some inputs; nil if no home directory is known.
  init?(_ inputs: [InputPath]) {
    guard let path = UserFolder.state.path(environment) else { return nil }
    folder = StateFolder(path: path)
    habits = folder.habits
    // Standard input is another log each time.
    name = inputs.contains(.standardInput) ? nil : SessionName(paths: inputs.map(absolutePath))
  }

  /// Restores the last session, or starts a new one with only the prompt histories.
  func prepare(_ model: inout Model, isFresh: Bool) {
    model.dialogue.histories = habits.histories
    configuredHosts = model.fetching.alwaysHosts
    model.fetching.alwaysHosts.formUnion(habits.fetchHosts)
    if !habits.hasSeenFirstKeys {
      if model.status == nil { model.status = .firstKeys(model.settings.keymap) }
      habits.hasSeenFirstKeys = true
      writing.async { [folder, habits] in try? folder.keep(habits) }
    }
    guard !isFresh, let name, let session = folder.session(name) else { return }
    model.resume(session)
    kept = session
  }

  /// Saves the session if it changed; a failure loses only positions.
  func keep(_ model: Model) {
    // What the configuration sets is not part of the session.
    let hosts = model.fetching.alwaysHosts.subtracting(configuredHosts)
    if model.dialogue.histories != habits.histories || hosts != habits.fetchHosts {
      habits.histories = model.dialogue.histories
      habits.fetchHosts = hosts
      writing.async { [folder, habits] in try? folder.keep(habits) }
    }
    guard let name, let session = model.session, session != kept else { return }
    kept = session
    writing.async { [folder] in try? folder.keep(session, as: name) }
  }

  /// Waits until all that is to be kept is written.
  func finish() { writing.sync {} }
}

/// A path from the root, as the system resolves it.
private func absolutePath(_ path: InputPath) -> String {
  guard let resolved = realpath(path.text, nil) else { return path.text }
  defer { free(resolved) }
  return String(cString: resolved)
}
