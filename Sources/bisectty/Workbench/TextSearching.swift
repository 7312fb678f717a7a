import BisectionLog
import Exports
import Inputs
import Query
import Workbench

extension LogLoader {
  /// Searches the text of all logs; a search that is still in progress is given up.
  func search(for pattern: String) {
    let (number, files) = beginSearch()
    Task.detached { [self] in
      let text = TextSearch(pattern)
      var found: [SearchHit] = []
      var searched = 0
      var unreadable = 0
      for (id, path) in files.enumerated() {
        guard let path, isLatest(number) else { continue }
        searched += 1
        if let bytes = bytes(of: path) {
          found += hits(of: text, in: bytes, id: id)
        } else {
          unreadable += 1
        }
        guard searched.isMultiple(of: 64) || found.count > 100 else { continue }
        tell(found, pattern, files: searched, unreadable: unreadable, isComplete: false)
        found = []
        searched = 0
        unreadable = 0
      }
      if isLatest(number) {
        tell(found, pattern, files: searched, unreadable: unreadable, isComplete: true)
      }
    }
  }

  /// The first places in a log.
  private func hits(of text: TextSearch, in bytes: [UInt8], id: Int) -> [SearchHit] {
    let source = SourceText(bytes)
    var lastLine = 0
    return text.ranges(in: bytes.span, limit: 1000).compactMap { range in
      let line = source.line(at: range.lowerBound)
      guard line != lastLine else { return nil }
      lastLine = line
      let whole = source.range(ofLine: line)
      let start = max(whole.offsets.lowerBound, range.lowerBound - 60)
      let shown = TextRange(start..<min(whole.offsets.upperBound, start + 240))
      return SearchHit(log: id, line: line, text: source.string(shown))
    }
  }
}
