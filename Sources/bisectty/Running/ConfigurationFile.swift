import ArgumentParser
import Inputs

/// The option that names a configuration file.
struct ConfigurationArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Use this configuration file instead of ~/.config/bisectty/config.toml.", valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var config: String?

  /// Where the file is.
  ///
  /// - Throws: ``CommandFailure`` if no home directory is known either.
  var path: String {
    get throws {
      if let config { return config }
      guard let path = ConfigurationFile.standardPath(environment) else {
        throw CommandFailure(
          .usage, "neither XDG_CONFIG_HOME nor HOME is set, name the file with --config")
      }
      return path
    }
  }

  /// Reads the file; one that was not asked for by name need not be there.
  ///
  /// - Throws: ``CommandFailure`` if a file that was named is not there.
  func load() throws -> ConfigurationFile {
    if let config { return try ConfigurationFile(reading: config, isNamed: true) }
    guard let path = ConfigurationFile.standardPath(environment) else { return ConfigurationFile() }
    return try ConfigurationFile(reading: path, isNamed: false)
  }
}

/// A configuration file and its configuration.
struct ConfigurationFile {
  /// Where it is, or would be.
  private(set) var path = ""
  /// Whether there is one.
  private(set) var exists = false
  /// Its content.
  private(set) var configuration = Configuration()
  /// What is wrong with it.
  private(set) var problems: [ConfigurationProblem] = []

  /// No file.
  init() {}

  /// Reads a file.
  init(reading path: String, isNamed: Bool) throws {
    self.path = path
    do throws(InputError) {
      let reading = Configuration.read(try Input.read(InputPath(path)).bytes)
      (configuration, problems) = (reading.configuration, reading.problems)
      exists = true
    } catch {
      switch error.problem {
      case .missing where !isNamed: break
      // An empty file sets nothing.
      case .empty: exists = true
      case _ where isNamed: throw CommandFailure(error)
      default: problems = [ConfigurationProblem(line: 1, error.problem.message)]
      }
    }
  }

  /// What is wrong, a line each, with the place.
  var problemLines: [String] {
    problems.map { "\(Self.abbreviated(path)):\($0.line): \($0.message)" }
  }

  /// The workbench's message about the problems; nil if there are none.
  var remark: String? {
    guard let first = problems.first else { return nil }
    let rest = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
    let name = path.split(separator: "/").last ?? ""
    return "\(name):\(first.line): \(first.message)\(rest); see 'bisectty config --check'"
  }

  /// Where the file is looked for; nil if no home directory is known.
  static func standardPath(_ environment: (String) -> String?) -> String? {
    UserFolder.configuration.path(environment).map { $0 + "/config.toml" }
  }

  /// A path with the home directory as `~`.
  private static func abbreviated(_ path: String) -> String {
    guard let home = environment("HOME"), home.count > 1, path.hasPrefix(home + "/") else {
      return path
    }
    return "~" + path.dropFirst(home.count)
  }
}
