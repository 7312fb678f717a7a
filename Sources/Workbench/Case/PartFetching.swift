import Cases
import Reviews

/// What a person wants of a case.
package struct PartRequest: Hashable, Sendable {
  /// The log that belongs to the case.
  package var log: Int
  /// The links of the parts; nil for the bug's page and everything that it and the mails link to.
  package var links: [String]?
  /// The hosts that may be asked.
  package var hosts: [String]
}

/// What becomes of a request for parts of a case.
package enum PartNews: Sendable {
  /// The progress: fetched files, their bytes, and files still to fetch.
  case progress(got: Int, bytes: Int, open: Int)
  /// A link brought nothing; one line.
  case failed(String)
  /// It has ended; the case as it is now, nil if nothing is there.
  case ended(BugCase?, got: Int, failed: Int, isCancelled: Bool)
  /// The text of a part that was asked for.
  case read(PartText)
  /// The original report of the log.
  case original([UInt8])
}

/// The text of a part of a case.
package struct PartText: Sendable {
  /// Which part it is.
  package var part: BugCase.Part
  /// Its bytes.
  package var bytes: [UInt8]

  /// A text that was read.
  package init(part: BugCase.Part, bytes: [UInt8]) {
    self.part = part
    self.bytes = bytes
  }
}

/// What holds for getting parts of cases, for all logs.
package struct PartFetching: Sendable {
  /// Whether anything may be asked; `fetch = "never"` switches it off.
  package var isAllowed = true
  /// Hosts that are asked without a question, also the next time.
  package var alwaysHosts: Set<String> = []
  /// Hosts that the person agreed to since the start.
  var agreedHosts: Set<String> = []
  /// Hosts that are not asked any more.
  var refusedHosts: Set<String> = []
  /// Whether a request is in progress.
  package var isUnderway = false
  /// The last thing that failed in the request that is in progress.
  var failure: String?
  /// Cases as requests have left them, by the log's digest.
  var cases: [ContentDigest: BugCase] = [:]

  /// Which log a part was opened from, by the part's own id in the list.
  var openedFrom: [Int: Int] = [:]

  /// Nothing yet.
  package init() {}

  /// Whether a host is asked without a question.
  func knows(_ host: String) -> Bool { alwaysHosts.contains(host) || agreedHosts.contains(host) }
}
