/// Classifies the lines of configuration minimisation (syzkaller's `pkg/vcs/linux.go`,
/// `pkg/kconfig/minimize.go` and `pkg/bisect/minimize`).
enum MinimisationLine {
  /// Whether a line belongs to configuration minimisation.
  static func isOne(_ line: ByteView) -> Bool {
    switch line[0] {
    case UInt8(ascii: "#"): isConfigBisection(line)
    case UInt8(ascii: "t"): isTrial(line)
    case UInt8(ascii: "b"):
      line.equals("base config crashes") || line.equals("both halves did not crash")
    case UInt8(ascii: "c"): isCheck(line)
    case UInt8(ascii: "k"): line.starts(with: "kconfig minimization: ")
    case UInt8(ascii: "s"):
      line.starts(with: "split chunks (needed=") || line.starts(with: "split chunk #")
    case UInt8(ascii: "n"):
      line.starts(with: "no need to test this chunk")
        || line.starts(with: "no way to further split the chunk")
    case UInt8(ascii: "m"):
      line.starts(with: "minimizing config failed: ") || line.starts(with: "minimized to ")
    case UInt8(ascii: "M"):
      line.starts(with: "Minimizing config failed, using original config")
    case UInt8(ascii: "u"): line.starts(with: "unable to test using baseline config")
    case UInt8(ascii: "o"): line.equals("only full config crashes")
    case UInt8(ascii: "h"): line.equals("half crashed")
    case UInt8(ascii: "w"): line.starts(with: "we have reached the limit on predicate runs")
    case UInt8(ascii: "d"): line.starts(with: "disabling configs for [")
    case UInt8(ascii: "p"): line.starts(with: "proceeding with the original config")
    default: false
    }
  }

  /// Whether the output of a program may follow, which no template fits.
  static func mayGoOn(_ line: ByteView) -> Bool {
    line.starts(with: "# config-bisect.pl ") || line.starts(with: "# config_bisect.pl ")
      || line.starts(with: "minimizing config failed: ")
      || line.starts(with: "config minimization failed due to bad Kconfig")
      || line.starts(with: "testing baseline config failed: ")
      || line.starts(with: "# found config option changes ")
  }

  private static func isConfigBisection(_ line: ByteView) -> Bool {
    line.starts(with: "# configuration already minimized")
      || line.starts(with: "# start config bisection")
      || line.ends(with: " as config bisect directory")
      || line.starts(with: "# config-bisect.pl ") || line.starts(with: "# config_bisect.pl ")
      || line.starts(with: "# found config option changes ")
      || line.starts(with: "# testing with generated minimized config")
  }

  private static func isTrial(_ line: ByteView) -> Bool {
    line.starts(with: "testing baseline config failed")
      || line.starts(with: "testing with generated minimized config")
      || line.starts(with: "testing without sub-chunk ")
      || line.starts(with: "trying half: ") || line.equals("the chunk can be dropped")
      || line.starts(with: "there was nothing we could disable")
      || line.equals("the bug reproduces without the instrumentation")
  }

  private static func isCheck(_ line: ByteView) -> Bool {
    line.equals("crash reproduces with baseline config")
      || line.starts(with: "check whether we can drop unnecessary instrumentation")
      || line.starts(with: "config minimization failed due to bad Kconfig")
  }
}
