import ArgumentParser

/// `bisectty reviews`: what was decided, and sharing it.
struct ReviewsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reviews", abstract: "List what was decided, and share it with a team.",
    subcommands: [
      ReviewsListCommand.self, ReviewsExportCommand.self, ReviewsImportCommand.self,
      ReviewsSyncCommand.self,
    ])
}
