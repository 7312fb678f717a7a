/// The names of functions as kernels print them.
public enum FunctionName {
  /// A name without the suffixes that compilers add: `.part.40`, `.isra.7`, `.cold.61`,
  /// `.constprop.9`, `.llvm.123`.
  ///
  /// A name that begins with a dot keeps it, and so do the names of C++ and Rust.
  public static func clean(_ name: String) -> String {
    let bytes = name.utf8
    guard let first = bytes.first, first != Ascii.dot, let dot = bytes.firstIndex(of: Ascii.dot)
    else { return name }
    let demangled = bytes.contains(Ascii.colon) || bytes.contains(Ascii.less)
    return demangled ? name : String(name[..<dot])
  }
}
