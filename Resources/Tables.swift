/// Tables that are data rather than code, built into the program so that it needs no file beside it.
package enum Tables {
  /// Functions that say little about a bug, one pattern a line.
  package static var genericFunctions: [UInt8] { PackageResources.generic_functions_txt }

  /// Functions that say little about one kind of crash: a kind in brackets, then its patterns.
  package static var genericFunctionsByKind: [UInt8] {
    PackageResources.generic_functions_by_kind_txt
  }

  /// Functions through which the kernel is entered, one pattern a line.
  package static var entryFunctions: [UInt8] { PackageResources.entry_functions_txt }

  /// Functions that are folded where a stack is shown, though a crash may be named after them.
  package static var sharedFunctions: [UInt8] { PackageResources.shared_functions_txt }

  /// Functions that hand out work: what they call names a stall.
  package static var stallAnchors: [UInt8] { PackageResources.stall_anchors_txt }

  /// Functions in which tasks wait.
  package static var waitingFunctions: [UInt8] { PackageResources.waiting_functions_txt }

  /// Source files whose callers are to blame, one pattern a line.
  package static var genericFiles: [UInt8] { PackageResources.generic_files_txt }

  /// What stands in front of a system call's name, one prefix a line.
  package static var syscallPrefixes: [UInt8] { PackageResources.syscall_prefixes_txt }
}
