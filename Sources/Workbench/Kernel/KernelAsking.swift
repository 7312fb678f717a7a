import BisectionLog
import Kernel
import Triage

extension Model {
  /// Applies what the kernel's repository answered.
  mutating func take(_ news: KernelNews) -> [Effect] {
    switch news {
    case .found(let workTree):
      keepingCardRow { $0.kernel.isThere = true }
      settings.kernelDirectory = workTree
      return lookUps()
    case .unusable(let problem):
      status = Status("The kernel's repository: \(problem.sentence)", .warning)
    case .answered(let question, let result): take(result, to: question)
    case .ranked(let request, let result): take(result, of: request)
    }
    return []
  }

  private mutating func take(
    _ result: Result<KernelAnswer, KernelProblem>, to question: KernelQuestion
  ) {
    switch (question, result) {
    case (.tags, .success(.tags(let tags))): kernel.tags.merge(tags) { $1 }
    // A tag that is not known yet changes nothing.
    case (.tags, _), (_, .failure(.cancelled)): break
    case (.later(let asked), .success(.later(let later))):
      keepingCardRow { $0.kernel.later[asked] = .success(later) }
    case (.later(let asked), .failure(let problem)):
      keepingCardRow { $0.kernel.later[asked] = .failure(problem) }
    default:
      guard kernel.awaited == question else { return }
      kernel.awaited = nil
      show(result, of: question)
    }
  }

  /// Learns something that changes how many rows are above the culprit's own in its pane, without
  /// taking the row under the cursor away.
  private mutating func keepingCardRow(_ learn: (inout Model) -> Void) {
    let before = cardRows
    let own = (opened?.card.count ?? 0) + caseRows.count
    learn(&self)
    guard var state = desk.states[.culprit], state.cursor > 0, state.cursor >= before.count - own
    else {
      return
    }
    let shift = cardRows.count - before.count
    state.cursor += shift
    state.top = max(0, state.top + shift)
    desk.states[.culprit] = state
  }

  /// Shows the answer the user is waiting for.
  private mutating func show(
    _ result: Result<KernelAnswer, KernelProblem>, of question: KernelQuestion
  ) {
    switch (question, result) {
    case (_, .failure(let problem)): status = Status(problem.sentence, .warning)
    case (_, .success(.origin(let origin))): status = Status(origin.sentence, .notice)
    case (_, .success(.source(let file))): read(Reader(file, marked: kernel.awaitedLine))
    case (.commit(let commit), .success(.commit(let text))): show(commit, text)
    case (_, .success(.between(let range))): read(Reader(range))
    default: break
    }
  }

  /// Background look-ups for the opened log: tags and later fixes.
  func lookUps() -> [Effect] {
    guard kernel.isThere, let opened else { return [] }
    var seen: Set<Revision> = []
    let steps = opened.log.steps.indices.compactMap(opened.log.revision(ofStep:))
      .filter { $0.isHash && kernel.tags[$0] == nil && seen.insert($0).inserted }
    var questions: [KernelQuestion] = steps.isEmpty ? [] : [.tags(steps)]
    if let culprit = opened.log.culpritQuestion, kernel.later[culprit] == nil {
      questions.append(.later(culprit))
    }
    return [.lookUp(questions)]
  }

  /// Asks what an action is about.
  mutating func askKernel(_ action: Action) -> [Effect] {
    switch action {
    case .showSource: askForSource()
    case .showCommit: askForCommit()
    case .lineOrigin: askForOrigin()
    case .candidates: askForCandidates()
    default: askForRemaining()
    }
  }

  /// Asks for the selected file of the culprit, else for the selected frame's at the tested commit.
  private mutating func askForSource() -> [Effect] {
    if desk.focus == .culprit, let (file, line) = selectedFile, isKernelThere(),
      let commit = opened?.log.culpritRevision
    {
      return ask(.source(path: file, at: commit), line: line)
    }
    guard let (path, line, commit) = frameAsked() else { return [] }
    return ask(.source(path: path, at: commit), line: line)
  }

  /// Asks who touched the selected line last: of a source that is shown, else of the frame.
  private mutating func askForOrigin() -> [Effect] {
    if desk.focus == .rawText, case .source(let file, _)? = reader?.subject {
      let line = focusedState.cursor + 1
      return ask(.origin(path: file.path.text, line: line, at: file.commit))
    }
    guard let (path, line, commit) = frameAsked() else { return [] }
    return ask(.origin(path: path, line: line, at: commit))
  }

  /// Asks for the commit under the cursor, else for the culprit.
  private mutating func askForCommit() -> [Effect] {
    guard isKernelThere() else { return [] }
    guard let commit = selectedCommit else {
      status = Status("This row names no commit", .dim)
      return []
    }
    return ask(.commit(commit))
  }

  /// Asks for the commits that were left after the selected step.
  private mutating func askForRemaining() -> [Effect] {
    guard isKernelThere(), let opened else { return [] }
    let step = selectedStep ?? opened.log.steps.count - 1
    guard let (good, bad) = opened.log.bounds(afterStep: step) else {
      status = Status("git bisect had no good and bad commit at this step", .dim)
      return []
    }
    return ask(.between(good, bad))
  }

  /// The file under the cursor of the culprit pane, and the line of a frame in it.
  var selectedFile: (path: String, line: Int?)? {
    let rows = cardRows
    let row = desk.states[.culprit]?.cursor ?? 0
    guard rows.indices.contains(row), let file = rows[row].file else { return nil }
    guard case .frame(let stack, let frame)? = rows[row].target else { return (file, nil) }
    return (file, opened?.log.crash?.stacks[stack].frames[frame].line)
  }

  /// Asks the question the user is waiting for.
  mutating func ask(_ question: KernelQuestion, line: Int? = nil) -> [Effect] {
    kernel.awaited = question
    kernel.awaitedLine = line
    status = Status("Asking git…", .dim)
    return [.ask(question)]
  }

  /// The frame of the log's line under the cursor in the raw text, else the selected one.
  var meantFrame: Guilt.FramePlace? {
    guard desk.focus == .rawText, let line = selectedLine else { return selectedFrame }
    for stack in opened?.log.crash?.stacks ?? [] {
      if let frame = stack.frames.first(where: { $0.logLine == line }) {
        return Guilt.FramePlace(stack: stack.index, frame: frame.index)
      }
    }
    return nil
  }

  /// The file and line of the selected frame, and the commit it was seen at; reports what is
  /// missing.
  private mutating func frameAsked() -> (path: String, line: Int, commit: Revision)? {
    guard isKernelThere() else { return nil }
    guard let report = meantReport, let place = meantFrame, let stacks = report.log.crash?.stacks,
      let file = report.log.string(stacks[place.stack].frames[place.frame].file)
    else {
      status = Status("This row names no source file", .dim)
      return nil
    }
    guard let commit = commit(of: report) else {
      status = Status("The log does not show which commit the report is from", .warning)
      return nil
    }
    return (file, stacks[place.stack].frames[place.frame].line ?? 1, commit)
  }

  mutating func isKernelThere() -> Bool {
    if !kernel.isThere {
      status = Status("Start with --kernel DIR, a kernel's git repository, to do this", .notice)
    }
    return kernel.isThere
  }
}

extension LineOrigin {
  /// Who, when and what, in a line.
  var sentence: String {
    let bound = isBoundary ? ", where this repository's history ends" : ""
    return "Line \(line) is from \(commit.commit.short) \"\(commit.title)\", "
      + "\(commit.author), \(commit.date)\(bound)"
  }
}
