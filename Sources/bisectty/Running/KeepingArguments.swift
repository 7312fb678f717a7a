import ArgumentParser
import ReviewStore
import Reviews

/// Where decisions are kept, and under whose name.
struct KeepingArguments: ParsableArguments {
  @OptionGroup var place: StoreArguments

  @Option(
    name: .customLong("reviewer"),
    help: ArgumentHelp(
      "The name that decisions are kept under (else $BISECTTY_REVIEWER, else the login).",
      valueName: "name"))
  var reviewerName: String?

  /// Opens the store, as ``StoreArguments/open(orElse:)``.
  func openStore(orElse way: String = "") throws -> ReviewStore { try place.open(orElse: way) }

  /// The person: as named, else by the environment, else by the name of the login.
  func reviewer() throws -> Reviewer {
    if let name = reviewerName ?? environment("BISECTTY_REVIEWER") {
      guard let reviewer = Reviewer(name) else {
        throw CommandFailure(
          .usage, "the reviewer's name is empty, too long or holds control characters, change it")
      }
      return reviewer
    }
    let names = [environment("USER"), environment("LOGNAME"), "somebody"]
    guard let reviewer = names.lazy.compactMap({ $0 }).compactMap(Reviewer.init).first else {
      throw CommandFailure(.usage, "nobody is known to decide, name a --reviewer")
    }
    return reviewer
  }
}
