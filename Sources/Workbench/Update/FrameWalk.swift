import BisectionLog
import Triage

/// Frames that share something, in the order of the report, to be gone through in a circle.
struct FrameWalk {
  /// Their positions.
  let places: [Guilt.FramePlace]

  /// All frames of the leading stacks that `fits` lets through.
  init(_ report: CrashReport, where fits: (Frame) -> Bool) {
    places = report.leadingStacks.flatMap { stack in
      stack.frames.filter(fits).map { Guilt.FramePlace(stack: stack.index, frame: $0.index) }
    }
  }

  /// The first frame of each leading stack that `fits` lets through; where one is, that one of its stack.
  init(stacksOf report: CrashReport, from here: Guilt.FramePlace, where fits: (Frame) -> Bool) {
    places = report.leadingStacks.compactMap { stack in
      if stack.index == here.stack { return here }
      return stack.frames.first(where: fits).map {
        Guilt.FramePlace(stack: stack.index, frame: $0.index)
      }
    }
  }

  /// The next place in a direction, wrapping around, and its number from 1; nil without any.
  func next(after here: Guilt.FramePlace?, by direction: Int) -> (
    place: Guilt.FramePlace, number: Int
  )? {
    guard !places.isEmpty else { return nil }
    let index: Int
    if let here, let own = places.firstIndex(of: here) {
      index = own + direction
    } else {
      let behind = here.flatMap { here in places.firstIndex { here.isBefore($0) } } ?? 0
      index = direction > 0 ? behind : behind - 1
    }
    let found = index %% places.count
    return (places[found], found + 1)
  }
}

extension Guilt.FramePlace {
  /// Whether it precedes another one in the report.
  fileprivate func isBefore(_ other: Guilt.FramePlace) -> Bool {
    (stack, frame) < (other.stack, other.frame)
  }
}
