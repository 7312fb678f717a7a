import ArgumentParser
import ReviewStore
import Reviews

/// Where decisions are kept.
struct StoreArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The file that decisions are kept in (else $BISECTTY_STORE).", valueName: "file"),
    completion: .file())
  var store: String?

  /// Opens the store; the file is made where there is none.
  ///
  /// - Parameter way: how to continue without it, for the end of the message that it cannot be
  ///   opened.
  func open(orElse way: String = "") throws -> ReviewStore {
    do throws(ReviewStoreError) {
      return try ReviewStore.open(ReviewStore.location(named: store, environment: environment))
    } catch {
      throw CommandFailure(.inputOutputError, "\(error)\(way)")
    }
  }
}

extension CommandFailure {
  /// A failure of the store.
  init(_ error: ReviewStoreError) {
    self.init(.inputOutputError, "\(error)")
  }
}

extension ReviewStore {
  /// Every event in the store, by any process, regardless of what was read before.
  func allEvents() throws(CommandFailure) -> [ReviewEvent] {
    do throws(ReviewStoreError) {
      return try ReviewStore.open(path).newEvents()
    } catch {
      throw CommandFailure(error)
    }
  }
}
