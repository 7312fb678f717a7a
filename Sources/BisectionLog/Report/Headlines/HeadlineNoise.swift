extension HeadlineFinder {
  /// Whether a line holds the words of a family without announcing anything.
  ///
  /// After the suppressions of syzkaller's oops table.
  static func isNoise(_ line: ByteView, _ family: HeadlineFamily) -> Bool {
    switch family {
    case .bug: contains(line, bugNoise)
    case .warning: contains(line, warningNoise) || isModuleComplaint(line)
    case .info: contains(line, infoNoise)
    case .protectionFault: line.contains(" error:") && line.contains(" in ")
    case .booting: contains(line, ["Parsing ELF", "Decompressing Linux", "Unknown parameter '"])
    case .panic: contains(line, ["_panic:", "xlog_status:", "ddb.onpanic:", "evtlog_status:"])
    case .goRuntime: contains(line, ["ALSA", "fatal error: cannot create timer"])
    default: false
    }
  }

  private static let bugNoise: [StaticString] = [
    "DEBUG:", "xlog_status:", "BUG: no syscalls can create resource",
  ]

  private static let warningNoise: [StaticString] = [
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
  ]

  private static let infoNoise: [StaticString] = [
    "INFO: lockdep is turned off", "INFO: Stall ended before state dump start",
    "INFO: NMI handler", "INFO: recovery required on readonly filesystem", "took too long",
    "is not present in /proc/kallsyms", "INFO: no syscalls can create resource",
    "rmt_storage:INFO:", "_INFO:",
  ]

  /// `XFS (loop0): WARNING: ...`, the file system's own message.
  private static func isModuleComplaint(_ line: ByteView) -> Bool {
    line.firstIndex(of: "XFS (").map { line.dropping($0).contains("): WARNING") } ?? false
  }

  private static func contains(_ line: ByteView, _ words: [StaticString]) -> Bool {
    for word in words where line.contains(word) { return true }
    return false
  }
}
