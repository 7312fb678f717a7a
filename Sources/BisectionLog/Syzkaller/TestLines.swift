extension SyzkallerParser {
  /// The lines of one test of one revision, other than its runs (grammar, section 3).
  mutating func takeTestLine(_ line: ByteView, _ kind: LineKind) {
    if kind == .testingCommit { return beginStep(line) }
    if kind == .buildText { return takeFramedBuildText(line) }
    payload = .none
    if openStep == nil, !isClosing, kind == .compiler || kind == .kernelSignature {
      openUnnamedStep()
    }
    switch kind {
    case .compiler, .kernelSignature, .representativeCrash, .falseNegativeChance:
      if let openStep { log.steps[openStep].take(line, kind, number: lineNumber) }
    default:
      if kind == .flakyNotice { log.statistics.flaky = true }
      if kind == .testFailed { payload = .node }
      keepStepNotice(line, kind)
    }
    accept(kind)
  }

  private mutating func beginStep(_ line: ByteView) {
    closeStep()
    payload = .none
    let rest = line.dropping("testing commit ".utf8.count)
    let length = rest.firstIndex(of: Ascii.space) ?? rest.count
    let commit = rest.prefix(length)
    let tail = rest.dropping(length).trimmed
    let stage = stage(testing: commit)
    let place = open(Step(line: lineNumber, stage: stage, commit: commit.range))
    log.steps[place].compiler =
      tail.equals("with") ? nil : (tail.after("with ") ?? tail).rangeIfAny
    if let candidate, candidate.commit.hasSameBytes(as: commit) {
      log.steps[place].title = candidate.title
      log.steps[place].remaining = candidate.remaining
      log.steps[place].roughSteps = candidate.roughSteps
    }
    if stage == .release { log.steps[place].release = announcedRelease }
    announcedStage = nil
    announcedRelease = nil
    accept(.testingCommit)
  }

  /// Begins a step in place of the one that is open, and gives its place.
  @discardableResult
  mutating func open(_ step: consuming Step) -> Int {
    let place = log.steps.count
    // Few logs have fewer steps.
    if place == 0 { log.steps.reserveCapacity(8) }
    log.steps.append(step)
    openStep = place
    return place
  }

  /// Closes the open step.
  mutating func closeStep() { openStep = nil }

  private mutating func keepStepNotice(_ line: ByteView, _ kind: LineKind) {
    let notice = Notice(
      kind: kind, line: lineNumber, text: line.range, fact: Fact(line, kind))
    if let openStep {
      log.steps[openStep].notices.append(notice)
    } else {
      log.notices.append(notice)
    }
  }
}

extension Step {
  /// A line with one value of the test.
  fileprivate mutating func take(_ line: ByteView, _ kind: LineKind, number: Int) {
    switch kind {
    case .compiler: compiler = line.after("compiler: ")?.range
    case .kernelSignature: signature = line.after("kernel signature:")?.trimmed.rangeIfAny
    case .falseNegativeChance:
      falseNegative = line.after("false negative chance: ")?.leadingDecimal()?.value
    default: representative = RepresentativeCrash(line: line, number: number) ?? representative
    }
  }
}

extension RepresentativeCrash {
  /// Reads `representative crash: TITLE, types: [KASAN]`; nil if a line begins otherwise.
  fileprivate init?(line: ByteView, number: Int) {
    guard let rest = line.after("representative crash: ") else { return nil }
    // The title may hold anything; the types are last.
    let split = rest.lastSplit(at: ", types: [")
    let types = split.map { $0.tail.before("]") ?? $0.tail }
    self.init(
      title: (split?.head ?? rest).range, types: types?.words.map(\.range) ?? [], line: number)
  }
}
