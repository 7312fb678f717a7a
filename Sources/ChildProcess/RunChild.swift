import Glibc

extension ChildCommand {
  /// Runs the program to its end and returns its output; blocks the thread.
  ///
  /// An exit status other than 0 is not a problem of its own. A program that exceeds a limit or is
  /// cancelled is asked to end (SIGTERM) with all that it started, and killed when it does not.
  package func run(
    limits: ChildLimits = ChildLimits(), cancellation: Cancellation? = nil
  ) throws(ChildProblem) -> ChildOutput {
    if cancellation?.isCancelled == true { throw .cancelled }
    let child = try StartedChild(self)
    var reading = ChildReading(limits: limits, start: now())
    do {
      try reading.readAll(of: child, cancellation: cancellation)
      return try reading.ending(of: child)
    } catch {
      end(child)
      throw error
    }
  }

  /// Ends a program and everything in its session's first group, and waits until it is gone.
  private func end(_ child: borrowing StartedChild) {
    kill(-child.process, SIGTERM)
    let start = now()
    var status: Int32 = 0
    while waitpid(child.process, &status, WNOHANG) == 0 {
      if now() - start > 1_000 { break }
      usleep(2_000)
    }
    kill(-child.process, SIGKILL)
    while waitpid(child.process, &status, 0) < 0, errno == EINTR {}
  }
}

/// What was read of a program so far.
private struct ChildReading {
  let limits: ChildLimits
  let start: Int
  var output: [UInt8] = []
  var errors: [UInt8] = []
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  init(limits: ChildLimits, start: Int) {
    self.limits = limits
    self.start = start
  }

  /// Reads until both pipes end.
  mutating func readAll(
    of child: borrowing StartedChild, cancellation: Cancellation?
  ) throws(ChildProblem) {
    var entries = [child.output, child.errors, cancellation?.descriptor ?? -1]
      .map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while entries[0].fd >= 0 || entries[1].fd >= 0 {
      let found = poll(&entries, 3, Int32(clamping: try millisecondsLeft()))
      guard found > 0 else { continue }
      if entries[2].revents != 0 { throw .cancelled }
      if entries[0].revents != 0, try readOutput(child.output) { entries[0].fd = -1 }
      if entries[1].revents != 0, readErrors(child.errors) { entries[1].fd = -1 }
    }
  }

  /// Waits for the end of a program whose pipes have ended.
  mutating func ending(of child: borrowing StartedChild) throws(ChildProblem) -> ChildOutput {
    var status: Int32 = 0
    var pause: UInt32 = 100
    while waitpid(child.process, &status, WNOHANG) == 0 {
      _ = try millisecondsLeft()
      // The pipes end a moment before the process does.
      usleep(pause)
      pause = min(pause * 2, 10_000)
    }
    let signal = status & 0x7f
    guard signal == 0 else { throw .killed(signal: signal) }
    return ChildOutput(status: status >> 8 & 0xff, output: output, errors: errors)
  }

  private func millisecondsLeft() throws(ChildProblem) -> Int {
    let left = limits.milliseconds - (now() - start)
    guard left > 0 else { throw .timedOut(milliseconds: limits.milliseconds) }
    return left
  }

  /// Reads what is there, and returns whether the pipe has ended.
  private mutating func readOutput(_ descriptor: Int32) throws(ChildProblem) -> Bool {
    let count = read(descriptor, &chunk, chunk.count)
    guard count > 0 else { return hasEnded(count) }
    guard count <= limits.outputBytes - output.count else {
      throw .tooMuchOutput(bytes: limits.outputBytes)
    }
    output += chunk[..<count]
    return false
  }

  private mutating func readErrors(_ descriptor: Int32) -> Bool {
    let count = read(descriptor, &chunk, chunk.count)
    guard count > 0 else { return hasEnded(count) }
    errors += chunk[..<min(count, max(0, limits.errorBytes - errors.count))]
    return false
  }

  private func hasEnded(_ count: Int) -> Bool {
    count == 0 || (errno != EINTR && errno != EAGAIN)
  }
}

/// Milliseconds of a clock that only goes forward.
private func now() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
}
