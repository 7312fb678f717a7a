import Glibc
import ReviewStore
import Reviews

/// What people decided so far, for commands that only read it.
///
/// If there is no store, nothing was decided; a store that cannot be read is reported once, and the
/// command continues without it.
func knownReviews(storeNamed name: String? = nil) -> ReviewBook {
  do throws(ReviewStoreError) {
    let path = try ReviewStore.location(named: name, environment: environment)
    // Opening would make a store where there is none.
    guard access(path, F_OK) == 0 else { return ReviewBook() }
    return ReviewBook(try ReviewStore.open(path).newEvents())
  } catch {
    // Without a place for a store nothing can have been decided.
    if error.problem == .nowhere { return ReviewBook() }
    StandardError.write("\(error), going on without reviews")
    return ReviewBook()
  }
}
