import ArgumentParser
import ReviewStore
import Reviews

/// Where decisions are kept, and under whose name.
struct KeepingArguments: ParsableArguments {
  @OptionGroup var place: StoreArguments

  @Option(
    name: .customLong("reviewer"),
    help: ArgumentHelp(
      "The name that decisions are kept under (else $BISECTTY_REVIEWER, else git's user.email, else the login).",
      valueName: "name"))
  var reviewerName: String?

  /// Opens the store, as ``StoreArguments/open(orElse:)``.
  func openStore(orElse way: String = "") throws -> ReviewStore { try place.open(orElse: way) }

  /// The person: as named, else by the environment, else by git's settings, else by the name of the
  /// login.
  func reviewer() throws -> Reviewer {
    try namedReviewer() ?? Self.usualReviewer()
  }

  /// The person as in ``reviewer()``, determined in the background if nothing names one.
  func pendingReviewer() throws -> PendingReviewer {
    if let reviewer = try namedReviewer() { return PendingReviewer(reviewer) }
    return PendingReviewer(findingOut: Self.usualReviewer)
  }

  private func namedReviewer() throws -> Reviewer? {
    guard let name = reviewerName ?? environment("BISECTTY_REVIEWER") else { return nil }
    guard let reviewer = Reviewer(name) else {
      throw CommandFailure(
        .usage, "the reviewer's name is empty, too long or holds control characters, change it")
    }
    return reviewer
  }

  @Sendable private static func usualReviewer() -> Reviewer {
    for name in [GitAddress.read(), environment("USER"), environment("LOGNAME")] {
      if let reviewer = name.flatMap({ Reviewer($0) }) { return reviewer }
    }
    return .somebody
  }
}
