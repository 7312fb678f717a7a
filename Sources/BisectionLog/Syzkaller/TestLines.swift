extension SyzkallerParser {
  /// The lines of one test of one revision, other than its runs (grammar, section 3).
  mutating func takeTestLine(_ line: ByteView, _ kind: LineKind) {
    if kind == .testingCommit { return beginStep(line) }
    if kind == .buildText { return takeFramedBuildText(line) }
    payload = .none
    if step == nil, !isClosing, kind == .compiler || kind == .kernelSignature {
      openUnnamedStep()
    }
    switch kind {
    case .compiler: step?.compiler = line.after("compiler: ")?.range
    case .kernelSignature: step?.signature = line.after("kernel signature:")?.trimmed.rangeIfAny
    case .representativeCrash: takeRepresentativeCrash(line)
    case .falseNegativeChance:
      step?.falseNegative = line.after("false negative chance: ")?.leadingDecimal()?.value
    case .flakyNotice: log.statistics.flaky = true
    case .testFailed: payload = .node
    default: break
    }
    keepStepNotice(line, kind)
    accept(kind)
  }

  private mutating func beginStep(_ line: ByteView) {
    closeStep()
    payload = .none
    let rest = line.dropping("testing commit ".utf8.count)
    let length = rest.firstIndex(of: Ascii.space) ?? rest.count
    let commit = rest.prefix(length)
    let tail = rest.dropping(length).trimmed
    var step = Step(line: lineNumber, stage: stage(testing: commit), commit: commit.range)
    step.compiler = tail.equals("with") ? nil : (tail.after("with ") ?? tail).rangeIfAny
    if let candidate, candidate.commit.hasSameBytes(as: commit) {
      step.title = candidate.title
      step.remaining = candidate.remaining
      step.roughSteps = candidate.roughSteps
    }
    if step.stage == .release { step.release = announcedRelease }
    announcedStage = nil
    announcedRelease = nil
    self.step = step
    accept(.testingCommit)
  }

  /// Takes leave of the open step.
  mutating func closeStep() {
    if let finished = step.take() { log.steps.append(finished) }
  }

  private mutating func takeRepresentativeCrash(_ line: ByteView) {
    guard let rest = line.after("representative crash: ") else { return }
    // The title may hold anything; the types stand last.
    let split = rest.lastSplit(at: ", types: [")
    let types = split.map { $0.tail.before("]") ?? $0.tail }
    let number = lineNumber
    step?.representative = RepresentativeCrash(
      title: (split?.head ?? rest).range, types: types?.words.map(\.range) ?? [], line: number)
  }

  private mutating func keepStepNotice(_ line: ByteView, _ kind: LineKind) {
    switch kind {
    case .compiler, .kernelSignature, .representativeCrash, .falseNegativeChance: return
    default: break
    }
    let notice = Notice(
      kind: kind, line: lineNumber, text: line.range, fact: Fact(line, kind))
    if step != nil { step?.notices.append(notice) } else { log.notices.append(notice) }
  }
}
