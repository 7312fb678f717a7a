import BisectionLog

/// A function that a recipe came across.
struct FoundFunction: Equatable {
  /// Without suffixes and what wraps a system call, as titles name it.
  var name: [UInt8]
  /// Its position; nil for one that only a headline names.
  var place: Guilt.FramePlace?
}

/// Follows a recipe along the clues of a report.
struct RecipeRun {
  let recipe: Recipe
  let trail: ReportTrail
  private var classes: FrameClasses { .standard }
  /// The functions that this recipe passes over besides the generic ones.
  private let skipped: NamePatterns?
  private var next: Int
  private var functions: [FoundFunction] = []
  private var isBroken = false

  /// Where a recipe led.
  struct Result {
    /// The guilty function; nil if the recipe leads nowhere.
    var function: FoundFunction?
    /// Whether every stack that the recipe asks for has a function.
    var isComplete: Bool
  }

  /// Follows a recipe from a clue on, the other way where the first leads nowhere.
  static func follow(_ recipe: Recipe, along trail: ReportTrail, from start: Int) -> Result {
    var run = RecipeRun(recipe, trail, start)
    let first = run.follow(recipe.parts)
    guard !first.isComplete, !recipe.otherParts.isEmpty else { return first }
    run = RecipeRun(recipe, trail, start)
    return run.follow(recipe.otherParts)
  }

  private init(_ recipe: Recipe, _ trail: ReportTrail, _ start: Int) {
    self.recipe = recipe
    self.trail = trail
    skipped = FrameClasses.standard.genericByKind[recipe.skips]
    next = start
  }

  private mutating func follow(_ parts: [Recipe.Part]) -> Result {
    var index = 0
    var earlier: FoundFunction?
    var stacks = 0
    while index < parts.count {
      let part = parts[index]
      if part == .stack {
        if stacks > 0 {
          // The first stack names the crash; those after it only have to exist.
          earlier = earlier ?? chosen()
          functions = []
        }
        stacks += 1
        let following = index + 1 < parts.count ? parts[index + 1] : nil
        if collectStack(upTo: following) { index += 1 }
      } else {
        advance(to: part)
      }
      index += 1
    }
    let last = chosen()
    let isComplete = !isBroken && last != nil && (stacks < 2 || earlier != nil)
    return Result(function: isBroken ? nil : stacks > 1 ? earlier : last, isComplete: isComplete)
  }

  /// Collects the functions of a stack; true where the following part was met on the way.
  private mutating func collectStack(upTo following: Recipe.Part?) -> Bool {
    while next < trail.ownCount {
      let clue = trail.clues[next]
      next += 1
      if isInjectedFailure(clue) {
        isBroken = true
        return false
      }
      if opensStack(clue) { return false }
      if let following, following != .stack, matches(clue, following) {
        take(clue)
        return true
      }
      if case .frame(let frame, _, _) = clue.kind, isStackFrame(frame) { take(clue) }
    }
    return false
  }

  /// Advances to the next clue of a part and uses its function, if it names one.
  private mutating func advance(to part: Recipe.Part) {
    while next < trail.ownCount {
      let clue = trail.clues[next]
      next += 1
      if isInjectedFailure(clue) {
        isBroken = true
        return
      }
      guard matches(clue, part) else { continue }
      if names(part) { take(clue) }
      return
    }
  }

  /// Whether a part yields a function.
  private func names(_ part: Recipe.Part) -> Bool {
    switch part {
    case .stack, .callTrace, .timerInterrupt, .interrupt, .mark: false
    case .headline, .pointer, .pointerOrTrap, .lock, .address: true
    }
  }

  private mutating func take(_ clue: Clue) {
    switch clue.kind {
    case .frame(let frame, let name, let place):
      // The topmost function of 32-bit arm is in its caller's line only.
      if let callee = frame.callee { add(callee, nil) }
      add(name, place)
    case .headline(let index):
      guard let range = trail.report.headlines[index].function else { return }
      add(range, nil)
    case .mark: break
    }
  }

  private mutating func add(_ name: TextRange, _ place: Guilt.FramePlace?) {
    if recipe.choice == .first, !functions.isEmpty { return }
    guard recipe.isLiteral || !isGeneric(name) else { return }
    let printed = trail.text.functionName(of: name)
    let shown = recipe.isLiteral ? printed : classes.withoutSyscallPrefix(printed)
    functions.append(FoundFunction(name: shown, place: place))
  }

  /// Whether the guilty function is sought outside of a function.
  private func isGeneric(_ name: TextRange) -> Bool {
    trail.text.withFunctionName(of: name) {
      classes.generic.match($0) || skipped?.match($0) == true
    }
  }

  /// What the recipe makes of the functions.
  private func chosen() -> FoundFunction? {
    switch recipe.choice {
    case .first: functions.first
    case .stall: inside(functions)
    case .waiting: firstAwake(functions)
    }
  }

  /// The function that the first one that hands out work called.
  private func inside(_ functions: [FoundFunction]) -> FoundFunction? {
    guard var inner = functions.first else { return nil }
    for function in functions {
      if classes.stallAnchors.match(function.name) {
        guard function.name.span.contains("smp_call_function") else { return inner }
        return FoundFunction(name: Array("smp_call_function".utf8), place: function.place)
      }
      inner = function
    }
    return nil
  }

  /// The function in which the task waits for something of its own.
  private func firstAwake(_ functions: [FoundFunction]) -> FoundFunction? {
    for function in functions {
      if function.name.span.contains("rtnl_lock") { return function }
      for grace in RecipeRun.gracePeriods where function.name.span.contains(grace) {
        return FoundFunction(name: Array("synchronize_rcu".utf8), place: function.place)
      }
    }
    return functions.first { !classes.waiting.match($0.name) }
  }

  /// Waits for a grace period, which all hang when one does.
  private static let gracePeriods: [StaticString] = [
    "synchronize_rcu", "synchronize_srcu", "synchronize_net", "synchronize_sched",
  ]
}
