import Symbols
import Testing

/// Names of Rust and C++ as kernels print them.
@Suite struct DemanglingTests {
  private func readable(_ name: String) -> String? {
    MangledName.readable(Array(name.utf8).span).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    (
      "_RNvMs2_NtCs5Ao7zXbWKs1_11rust_binder7processNtB5_7Process10update_ref",
      "<rust_binder::process::Process>::update_ref"
    ),
    ("_RNvCs1234_7mycrate3foo.llvm.1234", "mycrate::foo"),
    ("_ZN3foo3bar17h05af221e174051e9E", "foo::bar"),
    ("_Z8fakeNamev", "fakeName"),
    ("_ZN3foo3barEi.cold", "foo::bar"),
  ])
  func namesAreThoseOfTitles(mangled: String, name: String) {
    #expect(readable(mangled) == name)
  }

  /// What only looks mangled stays as it is.
  @Test(arguments: ["", "_", "_R", "_Rxxx", "_Z", "_raw_spin_lock", "vfs_read", "_Zombie_\u{0}x"])
  func otherNamesAreLeft(name: String) { #expect(readable(name) == nil) }

  /// A name whose parts refer to one another doubles with each reference.
  @Test func namesThatWouldFillMemoryAreLeft() {
    let levels = 24
    var name = "INvC1a1f" + String(repeating: "T", count: levels) + "l"
    for level in 0..<levels {
      let target = 8 + levels - level
      let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz")
      name += "B\(digits[min(target - 1, 35)])_E"
    }
    #expect(readable("_R" + name + "E") == nil)
    #expect(readable("_R" + String(repeating: "T", count: 100_000)) == nil)
  }
}
