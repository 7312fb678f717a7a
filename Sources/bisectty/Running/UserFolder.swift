/// The program's folders in a person's home, as the XDG Base Directory Specification places them.
enum UserFolder {
  case configuration, state, cache

  /// The folder's path; nil if neither its variable nor `HOME` holds an absolute path.
  func path(_ environment: (String) -> String?) -> String? {
    base(environment).map { $0 + "/bisectty" }
  }

  /// The folder that it lies in.
  func base(_ environment: (String) -> String?) -> String? {
    let (variable, place) =
      switch self {
      case .configuration: ("XDG_CONFIG_HOME", ".config")
      case .state: ("XDG_STATE_HOME", ".local/state")
      case .cache: ("XDG_CACHE_HOME", ".cache")
      }
    // The specification: paths that are not absolute are to be ignored.
    if let base = environment(variable), base.hasPrefix("/") { return base }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/" + place
  }
}
