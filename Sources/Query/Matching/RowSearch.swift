extension RecordTable {
  /// Runs `body` with a test whether a row's texts hold a text, as a bare word of a query asks.
  ///
  /// It is made ready once for any number of rows, in any order; a row that does not exist holds nothing.
  package func search<Result>(
    for text: TextSearch, _ body: ((_ row: Int) -> Bool) -> Result
  ) -> Result {
    let texts = fields.searchedTexts
    return bytes.withUnsafeBytes { bytes in
      starts.withUnsafeBufferPointer { starts in
        text.withFinder { finder in
          body { row in
            guard texts > 0, row >= 0, row < count else { return false }
            let first = row &* stride
            return finder.first(
              in: bytes, from: starts[first], to: starts[first &+ texts] &- 1) != nil
          }
        }
      }
    }
  }
}
