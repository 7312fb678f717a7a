import BisectionLog

/// A bug with everything of it that is available: the claim of a bisection, the links and files
/// that belong to it, and the mails about it.
package struct BugCase: Sendable, Equatable {
  /// The bug itself.
  package var bug = Bug()
  /// What a bisection is said to have found; nil if no mail claims anything.
  package var claim: Claim?
  /// What belongs to the bug, each once, in the order of the mails.
  package var parts: [Part] = []
  /// The mails it was read from, in the order of the input.
  package var mails: [Mail] = []
  /// Checks of the culprit that the mails report, such as KernelCI's `revert` and `verify`.
  package var checks: [Check] = []

  /// A case of which nothing is known yet.
  package init() {}
}

extension BugCase {
  /// The bug that a case is about.
  ///
  /// What is unknown is nil, never guessed.
  package struct Bug: Sendable, Equatable {
    /// The title, without the tags that precede it in a subject.
    package var title: String?
    /// syzbot's identifier, 20 hexadecimal digits (`extid`).
    package var id: String?
    /// The dashboard's page.
    package var link: String?
    /// The address for answers and commands, from `Reported-by:`.
    package var replyTo: String?
    /// The subsystems in the subject's brackets, without `?`.
    package var subsystems: [String] = []
    /// The dashboard's status of the bug, such as `upstream: fixed`.
    package var status: String?

    /// A bug of which nothing is known yet.
    package init() {}
  }

  /// What a bisection claims to have found.
  package struct Claim: Sendable, Equatable {
    /// How it ended.
    package enum Kind: String, Sendable, CaseIterable {
      case culprit, inconclusive, oldestRelease, latestRelease
    }

    /// Whether the commit is said to have caused or to have fixed the bug.
    package var direction: Direction
    /// How the bisection ended.
    package var kind: Kind
    /// The named commits, as long as the mail writes them.
    package var commits: [String] = []
    /// The commit's subject; nil if several or none are named.
    package var title: String?
    /// The commit's author as in its block: `NAME <ADDRESS>`.
    package var author: String?
    /// The commit's date as in its block.
    package var date: String?

    /// A claim that names no commit yet.
    package init(direction: Direction, kind: Kind) {
      self.direction = direction
      self.kind = kind
    }
  }

  /// Something that belongs to the bug and may be available.
  package struct Part: Sendable, Hashable {
    /// What it is.
    package enum Kind: String, Sendable, CaseIterable {
      case bisectionLog, report, finalReport, console, config, syzReproducer, cReproducer, patch
      case asset
    }

    /// What it is.
    package var kind: Kind
    /// Where it can be fetched; nil if it came in a mail.
    package var url: String?
    /// The file that holds it on this machine; nil if it is not available.
    package var path: String?
    /// Whether it is the console of the bisection's last crash rather than that of the report.
    package var isOfBisection = false

    /// A part.
    package init(kind: Kind, url: String? = nil, path: String? = nil) {
      self.kind = kind
      self.url = url
      self.path = path
    }
  }

  /// A mail of the case, by its headers.
  package struct Mail: Sendable, Equatable {
    /// The `Message-ID`, without its brackets.
    package var messageID: String?
    /// The message that it answers, without brackets.
    package var inReplyTo: String?
    /// The decoded subject.
    package var subject: String
    /// The decoded `From`.
    package var from: String
    /// The decoded addresses of `To` and `Cc`, one a recipient.
    package var recipients: [String] = []
    /// The messages that led to it, the oldest first, without brackets (`References`).
    package var references: [String] = []
    /// The `Date` as it is in the mail.
    package var date: String?
    /// The line (from 1) of the input at which the mail begins.
    package var line: Int

    /// A mail.
    package init(
      messageID: String? = nil, inReplyTo: String? = nil, subject: String, from: String,
      date: String? = nil, line: Int
    ) {
      self.messageID = messageID
      self.inReplyTo = inReplyTo
      self.subject = subject
      self.from = from
      self.date = date
      self.line = line
    }
  }

  /// A check of the culprit, and whether the culprit passed it.
  package struct Check: Sendable, Equatable {
    /// The check's name as printed, such as `revert`.
    package var name: String
    /// Whether it speaks for the culprit.
    package var passed: Bool

    /// A check.
    package init(name: String, passed: Bool) {
      self.name = name
      self.passed = passed
    }
  }
}
