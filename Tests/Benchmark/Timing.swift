/// The least time that some work takes in several runs, in which other programs disturb it least.
func leastTime(runs: Int = 5, _ work: () -> Void) -> Duration {
  let clock = ContinuousClock()
  return (0..<runs).reduce(.seconds(1_000_000)) { least, _ in min(least, clock.measure(work)) }
}

/// The least times of pieces of work that take turns, so that all meet the same disturbances.
///
/// A first turn is not counted: it brings files and programs into memory.
func leastTimes(runs: Int, _ works: [() -> Void]) -> [Duration] {
  for work in works { work() }
  let clock = ContinuousClock()
  var least = works.map { _ in Duration.seconds(1_000_000) }
  for _ in 0..<runs {
    for (index, work) in works.enumerated() {
      least[index] = min(least[index], clock.measure(work))
    }
  }
  return least
}

/// How many times as long as `other` a time is.
func ratio(_ time: Duration, to other: Duration) -> Double { time.seconds / other.seconds }
