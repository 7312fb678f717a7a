extension HeadlineFinder {
  /// Whether a line holds the words of a family without announcing anything.
  ///
  /// After the suppressions of syzkaller's oops table.
  static func isNoise(_ line: SearchedLine, _ family: HeadlineFamily) -> Bool {
    switch family {
    case .bug: contains(line, bugNoise)
    case .warning: contains(line, warningNoise) || isModuleComplaint(line)
    case .info: contains(line, infoNoise)
    case .protectionFault: line.view.contains(" error:") && line.view.contains(" in ")
    case .booting: contains(line, bootNoise)
    case .panic: contains(line, panicNoise)
    case .goRuntime: contains(line, runtimeNoise)
    default: false
    }
  }

  private static let bootNoise = phrases([
    "Parsing ELF", "Decompressing Linux", "Unknown parameter '",
  ])

  private static let panicNoise = phrases([
    "_panic:", "xlog_status:", "ddb.onpanic:", "evtlog_status:",
  ])

  private static let runtimeNoise = phrases(["ALSA", "fatal error: cannot create timer"])

  private static let bugNoise = phrases([
    "DEBUG:", "xlog_status:", "BUG: no syscalls can create resource",
  ])

  private static let warningNoise = phrases([
    "WARNING: /etc/ssh/moduli does not exist, using fixed modulus",
    "WARNING: workqueue cpumask: online intersect > possible intersect",
    "WARNING: The mand mount option", "WARNING: the mand mount option",
    "WARNING: Unsupported flag value(s) of 0x%x in DT_FLAGS_1",
    "WARNING: Unprivileged eBPF is enabled with eIBRS",
    "missed to adjust virtual screen size", "for mitigation options.",
    "WARNING: kernel not compiled with CPU_SRSO",
    "EXT4-fs:", "EXT4-FS:", "EXT4-fs (", "EXT4-FS (",
    "uses deprecated v2 capabilities", "uses wireless extensions",
    "USES DEPRECATED V2 CAPABILITIES", "USES WIRELESS EXTENSIONS",
  ])

  private static let infoNoise = phrases([
    "INFO: lockdep is turned off", "INFO: Stall ended before state dump start",
    "INFO: NMI handler", "INFO: recovery required on readonly filesystem", "took too long",
    "is not present in /proc/kallsyms", "INFO: no syscalls can create resource",
    "rmt_storage:INFO:", "_INFO:",
  ])

  /// `XFS (loop0): WARNING: ...`, the file system's own message.
  private static func isModuleComplaint(_ line: SearchedLine) -> Bool {
    line.firstIndex(of: fileSystem).map { line.view.dropping($0).contains("): WARNING") } ?? false
  }

  private static let fileSystem = Phrase("XFS (")

  private static func phrases(_ words: [StaticString]) -> [Phrase] { words.map { Phrase($0) } }

  private static func contains(_ line: SearchedLine, _ phrases: [Phrase]) -> Bool {
    for phrase in phrases where line.contains(phrase) { return true }
    return false
  }
}
