import Glibc

/// Ranks the commits of a range by the evidence of a crash.
///
/// A conditional logit over the commits: every commit has a score, a sum of few weighted signals.
/// The weights were fitted on 209 crashes whose right commit is known among 479
/// (`Sources/Triage/README.md`); how often a commit is blamed elsewhere is not used.
public struct CandidateRanking: Sendable {
  /// The commits, the likeliest first; equally likely ones as git listed them.
  public let candidates: [CandidateCommit]

  /// Ranks commits; `isCancelled` is asked now and then and ends the work.
  public init(
    of commits: [RangeCommit], for crash: CrashProfile, isCancelled: () -> Bool = { false }
  ) {
    let pool = CommitPool(commits, for: crash)
    var scored: [(index: Int, signals: CommitSignalsOfCrash)] = []
    scored.reserveCapacity(commits.count)
    for index in commits.indices {
      if index % 512 == 0, isCancelled() { break }
      scored.append((index, CommitSignalsOfCrash(pool.terms[index], pool, crash)))
    }
    scored.sort { ($0.signals.score, $1.index) > ($1.signals.score, $0.index) }
    let top = scored.first?.signals.score ?? 0
    let sum = scored.reduce(0) { $0 + exp($1.signals.score - top) }
    candidates = scored.map { index, signals in
      CandidateCommit(
        commit: commits[index], score: signals.score, share: exp(signals.score - top) / max(sum, 1),
        reasons: signals.reasons(of: commits[index], for: crash))
    }
  }
}

/// The words of the commits of a range that the crash asks for, and how rare each word, path and name is
/// in it.
struct CommitPool {
  /// What one commit consists of.
  struct Terms {
    /// When it was written, in days from 1970 on.
    var day: Int?
    var files: Set<String>
    var titleWords: Set<String>
    var words: Set<String>
    var identifiers: Set<String>
    var prefixWords: Set<String>
  }

  let terms: [Terms]
  private var titleCounts: [String: Int] = [:]
  private var wordCounts: [String: Int] = [:]
  private var fileCounts: [String: Int] = [:]
  private var identifierCounts: [String: Int] = [:]

  init(_ commits: [RangeCommit], for crash: CrashProfile) {
    let wanted = WantedWords(crash.wantedWords)
    let names = WantedWords(crash.wantedNames)
    terms = commits.map { commit in
      let text = commit.title + "\n" + commit.message
      let colon = commit.title.firstIndex(of: ":")
      return Terms(
        day: CalendarDay.day(commit.date), files: Set(commit.files),
        titleWords: wanted.words(of: commit.title),
        words: wanted.words(of: text), identifiers: names.identifiers(of: text),
        prefixWords: wanted.words(of: colon.map { String(commit.title[..<$0]) } ?? ""))
    }
    for term in terms {
      for word in term.titleWords { titleCounts[word, default: 0] += 1 }
      for word in term.words { wordCounts[word, default: 0] += 1 }
      for file in term.files { fileCounts[file, default: 0] += 1 }
      for name in term.identifiers { identifierCounts[name, default: 0] += 1 }
    }
  }

  /// How rare a word is among the subjects: 1 for one that none has, 0 for one that all have.
  func rarity(ofTitleWord word: String) -> Double { rarity(titleCounts[word]) }
  func rarity(ofWord word: String) -> Double { rarity(wordCounts[word]) }
  func rarity(ofFile file: String) -> Double { rarity(fileCounts[file]) }
  func rarity(ofIdentifier name: String) -> Double { rarity(identifierCounts[name]) }

  private func rarity(_ count: Int?) -> Double {
    let all = Double(terms.count + 1)
    return terms.count < 2 ? 1 : log(all / Double((count ?? 0) + 1)) / log(all)
  }
}
