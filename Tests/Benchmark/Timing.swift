/// The least time that some work takes in several runs, in which other programs disturb it least.
func leastTime(runs: Int = 5, _ work: () -> Void) -> Duration {
  let clock = ContinuousClock()
  return (0..<runs).reduce(.seconds(1_000_000)) { least, _ in min(least, clock.measure(work)) }
}

/// The least times of two pieces of work that take turns, so that both meet the same disturbances.
func leastTimes(
  runs: Int = 9, _ first: () -> Void, _ second: () -> Void
) -> (first: Duration, second: Duration) {
  var least = (first: Duration.seconds(1_000_000), second: Duration.seconds(1_000_000))
  let clock = ContinuousClock()
  for _ in 0..<runs {
    least.first = min(least.first, clock.measure(first))
    least.second = min(least.second, clock.measure(second))
  }
  return least
}

/// How many times as long as `other` a time is.
func ratio(_ time: Duration, to other: Duration) -> Double { time.seconds / other.seconds }
