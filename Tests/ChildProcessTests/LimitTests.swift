import ChildProcess
import Glibc
import TestSupport
import Testing

@Suite struct LimitTests {
  @Test func endsAProgramThatTakesTooLongWithAllThatItStarted() throws {
    let folder = try TemporaryFolder()
    let script = "sleep 1000 & echo $! > \(folder.path)/number; wait"
    #expect(throws: ChildProblem.timedOut(milliseconds: 300)) {
      try ChildCommand("sh", ["-c", script]).run(limits: ChildLimits(milliseconds: 300))
    }
    let text = try ChildCommand("cat", [folder.path + "/number"]).run().output
    let number = try #require(Int32(String(decoding: text.dropLast(), as: UTF8.self)))
    #expect(hasEnded(number))
  }

  @Test func killsAProgramThatDoesNotListen() {
    #expect(throws: ChildProblem.timedOut(milliseconds: 100)) {
      try ChildCommand("sh", ["-c", "trap '' TERM; while :; do sleep 1000; done"])
        .run(limits: ChildLimits(milliseconds: 100))
    }
  }

  @Test func endsAProgramThatWritesTooMuch() {
    #expect(throws: ChildProblem.tooMuchOutput(bytes: 100_000)) {
      try ChildCommand("yes").run(limits: ChildLimits(outputBytes: 100_000))
    }
  }

  @Test func keepsTheBeginningOfTheErrors() throws {
    let command = ChildCommand("sh", ["-c", "yes error | head -c 1000000 >&2"])
    let output = try command.run(limits: ChildLimits(errorBytes: 12))
    #expect(output.errors == Array("error\nerror\n".utf8))
  }

  @Test func isCancelledFromAnotherThread() async {
    let cancellation = Cancellation()
    async let result = Result { () throws(ChildProblem) in
      try ChildCommand("sleep", ["1000"]).run(cancellation: cancellation)
    }
    cancellation.cancel()
    #expect(await result == .failure(.cancelled))
    #expect(cancellation.isCancelled)
  }

  @Test func tellsTheSignalThatEndedAProgram() {
    #expect(throws: ChildProblem.killed(signal: SIGKILL)) {
      try ChildCommand("sh", ["-c", "kill -KILL $$"]).run()
    }
  }

  /// Whether a process is gone, or is only waiting for somebody to ask how it ended.
  private func hasEnded(_ number: Int32) -> Bool {
    guard let state = try? ChildCommand("cat", ["/proc/\(number)/stat"]).run(),
      state.status == 0
    else { return true }
    return String(decoding: state.output, as: UTF8.self).contains(") Z ")
  }
}
