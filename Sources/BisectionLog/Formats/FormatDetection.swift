/// What a text turned out to be, and what that means for reading it.
enum DetectedFormat {
  /// A log of syzkaller.
  case syzkaller(MailTraits)
  /// A record of git, or a session in a terminal.
  case git(MailTraits)
  /// A patch test of syzkaller.
  case patchTest
  /// A crash report or a console log; its headline is at this line, from 1.
  case crashReport(headline: Int)
  /// Nothing that is read here.
  case refused(Refusal)

  /// What was done to a text on its way through a mail.
  struct MailTraits {
    /// Whether lines follow `>` or are indented as a whole.
    var isQuoted: Bool
    /// Whether there is prose before, between or after the lines; it may be wrapped as well.
    var hasProse: Bool
    /// Whether lines are broken though nothing else was done to the text.
    var isBroken = false
  }

  /// Detects the kind of a text by its content.
  init(_ lines: Lines) {
    let survey = TextSurvey(lines)
    if survey.syzkallerLines > 0, survey.syzkallerLines >= survey.gitRecordLines {
      self = .syzkaller(survey.syzkallerTraits.lookingForBreaks(in: lines))
    } else if survey.gitHashLines > 0 {
      self = .git(survey.gitTraits.lookingForBreaks(in: lines))
    } else if PatchTestLine.fills(lines) {
      self = .patchTest
    } else if let headline = CrashHeadline.line(in: lines) {
      self = .crashReport(headline: headline)
    } else {
      self = .refused(Refusal(lines, survey))
    }
  }
}

extension DetectedFormat.MailTraits {
  /// The same for a text that shows no other trace of a mail, with what its lines show.
  fileprivate func lookingForBreaks(in lines: Lines) -> Self {
    guard !isQuoted, !hasProse else { return self }
    return Self(isQuoted: false, hasProse: false, isBroken: BrokenLines.are(in: lines))
  }
}

extension TextSurvey {
  /// Whether the lines of a log have prefixes of a mail program that must be removed.
  private var isQuoted: Bool { quotedMarks > 0 || indentedMarks > 0 && plainMarks == 0 }

  /// A log cut at either end is not a mail; one with something before its head is.
  var syzkallerTraits: DetectedFormat.MailTraits {
    let isCut = !hasHead && (hasStatistics || filledBefore < 2 && strayLines == 0)
    let hasProse =
      isQuoted && !isWhollyQuoted || hasAttribution || !beginsWithHead && !isCut
    return .init(isQuoted: isQuoted, hasProse: hasProse)
  }

  var gitTraits: DetectedFormat.MailTraits {
    .init(
      isQuoted: isQuoted,
      hasProse: isQuoted || hasAttribution || filledBefore > 0 || filledAfter > 0)
  }
}

extension Refusal {
  /// Why a text without any mark of a log is none.
  init(_ lines: Lines, _ survey: TextSurvey) {
    var filled = 0
    var commits = 0
    var mentions = survey.gitRecordLines > 0
    for index in 0..<lines.count {
      let line = lines[index].trimmed
      if line.isEmpty { continue }
      filled += 1
      if filled == 1, line.starts(with: "<!") || line.starts(with: "<html") {
        self = .webPage
        return
      }
      if line.firstIndex(of: 0) != nil {
        self = .binary
        return
      }
      if Self.namesCommit(line) { commits += 1 }
      mentions = mentions || line.contains("bisect") || line.contains("Bisect")
    }
    self =
      filled == 0
      ? .empty : commits * 2 > filled ? .commitList : mentions ? .onlyMentionsBisection : .unrelated
  }

  /// Whether one of the first words is an abbreviated or full hash.
  private static func namesCommit(_ line: ByteView) -> Bool {
    for word in line.prefix(80).words.prefix(3) {
      let length = word.hexPrefixLength()
      if length == word.count, length >= 7, length <= 40 { return true }
    }
    return false
  }
}
