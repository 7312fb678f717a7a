import BisectionLog
import Kernel

extension Model {
  /// Later commits that refer to the culprit, as rows of the culprit pane; none without a kernel's
  /// repository.
  func laterRows(of opened: OpenedLog) -> [CardRow] {
    guard kernel.isThere, let question = opened.log.culpritQuestion else { return [] }
    let heading = CardRow("Later commits", .heading)
    switch kernel.later[question] {
    case nil: return [heading, CardRow("looking for Fixes: lines…", .dim, lead: " · "), .blank]
    case .failure(let problem):
      return [heading, CardRow(problem.sentence, .warning, lead: " ! "), .blank]
    case .success(let later) where later.isEmpty:
      let text = "none in this repository fixes, reverts or names it"
      return [heading, CardRow(text, .dim, lead: " · "), .blank]
    case .success(let later):
      let rows = later.prefix(6).map { row($0, isFix: opened.log.direction == .fix) }
      return [heading] + rows + [.blank]
    }
  }

  private func row(_ later: LaterCommit, isFix: Bool) -> CardRow {
    let (sign, role): (String, Role) =
      switch later.effect(isFix: isFix) {
      case true?: ("+", .supports)
      case false?: ("-", .against)
      case nil: ("·", .dim)
      }
    return CardRow(
      later.sentence(isFix: isFix), .text, lead: " \(sign) ", leadRole: role,
      target: .commit(later.commit.commit))
  }
}

extension LaterCommit {
  /// Whether it speaks for the bisection's result, against it, or neither.
  ///
  /// A later fix or revert of a commit shows that the commit did harm, which is what a cause
  /// bisection claims and the opposite of what a fix bisection claims.
  func effect(isFix: Bool) -> Bool? {
    switch relation {
    case .fixes, .fixesNamesake: isFix ? nil : true
    case .reverts: isFix ? false : true
    case .blamesAnother: isFix ? nil : false
    case .namesCrashOnly: nil
    }
  }

  /// It as one sentence.
  func sentence(isFix: Bool) -> String {
    let subject = isFix ? "the fix" : "the culprit"
    let says =
      switch relation {
      case .fixes: "says Fixes: \(subject)"
      case .fixesNamesake(let other): "says Fixes: \(other.short), which has \(subject)'s subject"
      case .reverts: "reverts \(subject)"
      case .blamesAnother(let other): "names this crash and blames \(other.short)"
      case .namesCrashOnly: "names this crash and blames no commit"
      }
    let crash: Bool
    switch relation {
    case .fixes, .fixesNamesake, .reverts: crash = namesCrash
    case .blamesAnother, .namesCrashOnly: crash = false
    }
    let name = crash ? " and names this crash" : ""
    let copies = copies > 1 ? ", \(copies) times in this repository" : ""
    return "\(commit.commit.short) \"\(commit.title)\" (\(commit.date)) \(says)\(name)\(copies)"
  }
}
