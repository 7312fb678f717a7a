/// The words by which a line announces a crash, after syzkaller's oops table.
enum FamilyWords {
  /// Every family with its words, in the order in which they are looked for.
  static let all = PhraseTable<HeadlineFamily>(
    HeadlineFamily.allCases.map { (words: Phrase(words(of: $0)), meaning: $0) })

  private static func words(of family: HeadlineFamily) -> StaticString {
    switch family {
    case .bug: "BUG:"
    case .warning: "WARNING:"
    case .info: "INFO:"
    case .unableToHandle: "Unable to handle kernel"
    case .protectionFault: "general protection fault"
    case .stackSegment: "stack segment: "
    case .kernelPanic: "Kernel panic"
    case .doubleFault: "PANIC: double fault"
    case .rustPanic: "rust_kernel: panicked"
    case .kernelBug: "kernel BUG"
    case .capitalKernelBug: "Kernel BUG"
    case .slabBug: "BUG kmalloc-"
    case .divideError: "divide error:"
    case .divideErrorMisspelt: "divide_error:"
    case .invalidOpcode: "invalid opcode:"
    case .int3: "int3:"
    case .ubsan: "UBSAN:"
    case .booting: "Booting the kernel."
    case .netdevice: "unregister_netdevice: waiting for"
    case .filesClosed: "VFS: Close: file count is 0"
    case .busyInodes: "VFS: Busy inodes after unmount"
    case .internalError: "Internal error:"
    case .unhandledFault: "Unhandled fault:"
    case .alignmentTrap: "Alignment trap:"
    case .trusty: "trusty: panic"
    case .goRuntime: "fatal error:"
    case .executorFailure: "SYZFAIL:"
    case .executorFatal: "SYZFATAL:"
    case .panic: "panic:"
    }
  }
}
