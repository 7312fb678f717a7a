import Glibc
import Screen

extension Terminal {
  /// Leaves the screen, stops the job as Control-Z does, and comes back when it is continued.
  package func suspend() {
    leave()
    var standard = sigaction()
    var old = sigaction()
    standard.__sigaction_handler.sa_handler = SIG_DFL
    sigaction(SIGTSTP, &standard, &old)
    // The whole job, as the terminal itself would: the program that writes the log is part of it.
    kill(0, SIGTSTP)
    sigaction(SIGTSTP, &old, nil)
    _ = SignalRelay.take(SIGCONT)
    enter()
  }

  /// Leaves the screen, gives the terminal to a program until it ends, and comes back.
  package func run(_ program: ChildProgram) -> ChildEnding {
    leave()
    let ending = ForegroundProgram.run(program)
    _ = SignalRelay.take(SIGCONT)
    enter()
    return ending
  }
}
