import BisectionLog

extension LogFacts {
  /// The evidence of the course of the bisection.
  var courseSignals: [Signal] {
    [releasesWalked, skipsNearby, compilerChange, equalVerdicts, parentUntested].compactMap { $0 }
  }

  /// How far back the releases were walked, by the power of two, eight or more counting fully.
  private var releasesWalked: Signal? {
    let releases = judged.filter { $0.stage == .release }
    guard !releases.isEmpty else { return nil }
    var text: String {
      releases.count == 1
        ? "The first release tested was already good, so the bug is recent."
        : "\(releases.count) releases were tested to find a good one; reproducers age."
    }
    return signal(
      .releasesWalked, Self.halvings(releases.count) / 3, text, at: releases.map(\.line))
  }

  /// The logarithm of a small number to base two, between powers in a straight line.
  static func halvings(_ number: Int) -> Double {
    let clamped = min(max(number, 1), 8)
    switch clamped {
    case 1..<2: return 0
    case 2..<4: return 1 + Double(clamped - 2) / 2
    default: return 2 + Double(clamped - 4) / 4
    }
  }

  /// Revisions that could not be tested, right before the end or at it.
  private var skipsNearby: Signal? {
    let told = log.gitCommands.filter { $0.verdictRevision != nil }
    guard !told.isEmpty else { return nil }
    let culpritPlace = told.lastIndex {
      $0.verdictRevision.map(log.string) == log.string(culprit.commit)
    }
    let near = told.suffix(from: max((culpritPlace ?? told.count) - 2, 0)).filter(\.isSkip)
    var text: String {
      near.isEmpty
        ? "No revision next to the culprit was skipped."
        : "\(Words.count(near.count, "revision", "revisions")) next to the culprit could not be tested."
    }
    return signal(.skipsNearby, if: !near.isEmpty, text, at: near.map(\.line))
  }

  /// Whether the compiler differs between the two sides of the end.
  private var compilerChange: Signal? {
    guard let ends = lastPair, let one = log.string(log.steps[ends.0.index].compiler),
      let other = log.string(log.steps[ends.1.index].compiler)
    else { return nil }
    var text: String {
      one == other
        ? "Both sides of the culprit were built with the same compiler."
        : "The two sides of the culprit were built with different compilers."
    }
    return signal(
      .compilerChange, if: one != other, text, at: [ends.0.line, ends.1.line])
  }

  /// The last crashing and the last passing step.
  private var lastPair: (JudgedStep, JudgedStep)? {
    guard let crashed = course.crashing.last, let passed = course.passing.last else { return nil }
    return (crashed, passed)
  }

  /// How many of the last verdicts are the same, from the fifth on.
  private var equalVerdicts: Signal? {
    let told = log.gitCommands.filter { $0.verdictRevision != nil && !$0.isSkip }
    guard let last = told.last else { return nil }
    let run = told.reversed().prefix { $0.isGood == last.isGood }
    var text: String {
      run.count < 5
        ? "The last verdicts are mixed, as they are when the range closes on a commit."
        : "The last \(run.count) verdicts are all \(last.isGood ? "good" : "bad"): nothing confirms the range's other end."
    }
    return signal(
      .equalVerdicts, Double(run.count - 4) / 3, text, at: run.prefix(8).map(\.line))
  }

  private var parentUntested: Signal? {
    guard log.format == .syzkaller else { return nil }
    let notices = log.notices + log.steps.flatMap(\.notices)
    let lines = notices.filter { $0.kind == .parentUntested }.map(\.line)
    return signal(
      .parentUntested, if: !lines.isEmpty,
      lines.isEmpty
        ? "The culprit's parent was tested." : "The culprit's parent was never tested.",
      at: lines)
  }
}

extension GitCommand {
  /// The judged revision; nil for the start.
  var verdictRevision: TextRange? {
    switch command {
    case .start: nil
    case .good(let revision), .bad(let revision), .skip(let revision): revision
    }
  }

  /// Whether a revision was skipped.
  var isSkip: Bool { if case .skip = command { true } else { false } }

  /// Whether a revision was called good.
  var isGood: Bool { if case .good = command { true } else { false } }
}
