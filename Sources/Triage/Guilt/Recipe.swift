import BisectionLog

/// How the guilty function of a kind of crash is found, after syzkaller's table of oopses.
struct Recipe {
  /// What to go through, in order.
  var parts: [Part] = []
  /// What to go through where the first way leads nowhere.
  var otherParts: [Part] = []
  /// Which functions are passed over besides the generic ones: a kind of the table.
  var skips = ""
  /// Whether the first function found counts, generic or not.
  var isLiteral = false
  /// What is made of the functions found.
  var choice = Choice.first
  /// Whether a report without a stack is damaged.
  var needsStack = true
  /// Whether such a headline replaces another one that was lost.
  var isDamaged = false

  /// One step of the way to the guilty function.
  enum Part: Equatable {
    /// The frames up to the next opener of a stack.
    case stack
    /// The function in the headline.
    case headline
    /// The next instruction pointer.
    case pointer
    /// The next instruction pointer, or where a trap of powerpc struck.
    case pointerOrTrap
    /// The next opener of a call trace.
    case callTrace
    /// The next lock: `at: f`.
    case lock
    /// The next function after an address in brackets.
    case address
    /// The interrupt of the timer.
    case timerInterrupt
    /// The interrupt of the timer, or how arm enters interrupts.
    case interrupt
    /// A mark of the report.
    case mark(ReportMark.Kind)
  }

  /// What is made of the functions found.
  enum Choice {
    /// The first.
    case first
    /// The one inside the first that hands out work.
    case stall
    /// The first that does not wait.
    case waiting
  }

  /// The stack of the first call trace.
  static func trace(skips: String = "") -> Recipe {
    Recipe(parts: [.callTrace, .stack], skips: skips)
  }

  /// The instruction pointer and the stack of the call trace after it.
  static func fault(skips: String = "") -> Recipe {
    Recipe(parts: [.pointer, .callTrace, .stack], skips: skips)
  }

  /// What warnings print: newer kernels trap, older ones only print a stack.
  static func warning(skips: String = "") -> Recipe {
    Recipe(
      parts: [.pointerOrTrap, .stack], otherParts: [.callTrace, .stack], skips: skips)
  }

  /// The first function that a part names, of any kind.
  static func literal(_ parts: [Part], needsStack: Bool = true) -> Recipe {
    Recipe(parts: parts, isLiteral: true, needsStack: needsStack)
  }

  /// No function at all.
  static func none(needsStack: Bool, isDamaged: Bool = false) -> Recipe {
    Recipe(needsStack: needsStack, isDamaged: isDamaged)
  }
}
