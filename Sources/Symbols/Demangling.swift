import CLiberty
import Glibc

/// The names that compilers of Rust and C++ give to functions, undone by libiberty.
///
/// Kernels print the mangled names, `_RNvMs_...` and `_ZN...`. syzkaller's titles have the readable ones since 2025:
/// `<rust_binder::process::Process>::update_ref`, without parameters and without hashes.
public enum MangledName {
  /// The longest name that is undone, in bytes.
  private static let longest = 2048
  /// How many references to earlier parts a name may have: each can double what is written.
  private static let mostReferences = 12

  /// Whether a name begins as mangled ones do.
  @inline(__always)
  public static func isMangled(_ name: Span<UInt8>) -> Bool {
    guard name.count > 2, name[0] == UInt8(ascii: "_") else { return false }
    return name[1] == UInt8(ascii: "R") || name[1] == UInt8(ascii: "Z")
  }

  /// The readable name; nil if the name is not mangled or damaged.
  ///
  /// What a compiler adds after a point is left out: `.llvm.123`, `.cold`.
  public static func readable(_ name: Span<UInt8>) -> [UInt8]? {
    guard isMangled(name), name.count <= longest else { return nil }
    var bytes: [CChar] = []
    bytes.reserveCapacity(name.count + 1)
    for index in name.indices {
      let byte = name[index]
      if byte == UInt8(ascii: ".") { break }
      guard byte != 0 else { return nil }
      bytes.append(CChar(bitPattern: byte))
    }
    bytes.append(0)
    guard references(in: name) <= mostReferences else { return nil }
    guard let text = rust_demangle(bytes, DMGL_NO_OPTS) ?? cplus_demangle(bytes, DMGL_AUTO)
    else { return nil }
    defer { free(text) }
    let readable = UnsafeBufferPointer(start: text, count: strlen(text))
    return readable.isEmpty ? nil : readable.map { UInt8(bitPattern: $0) }
  }

  /// How many times `B5_` of Rust or `S1_` of C++ is in a name, or letters that look like it.
  private static func references(in name: Span<UInt8>) -> Int {
    var count = 0
    var reference: Int?
    for index in name.indices {
      switch name[index] {
      case UInt8(ascii: "B"), UInt8(ascii: "S"): reference = index
      case UInt8(ascii: "_"):
        if let start = reference, index - start <= 4 { count += 1 }
        reference = nil
      default: break
      }
    }
    return count
  }
}
