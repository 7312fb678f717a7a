/// The program's folders in a person's home, as the XDG Base Directory Specification places them.
enum UserFolder {
  case configuration, state

  /// The folder's path; nil where neither its variable nor `HOME` holds an absolute path.
  func path(_ environment: (String) -> String?) -> String? {
    let (variable, place) =
      switch self {
      case .configuration: ("XDG_CONFIG_HOME", ".config")
      case .state: ("XDG_STATE_HOME", ".local/state")
      }
    // The specification: paths that are not absolute are to be ignored.
    if let base = environment(variable), base.hasPrefix("/") { return base + "/bisectty" }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/" + place + "/bisectty"
  }
}
