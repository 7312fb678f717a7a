import BisectionLog
import Symbols

extension SourceText {
  /// Provides the bytes of a function's name, demangled if it is printed mangled.
  func withFunctionName<Result>(
    of range: TextRange, _ body: (Span<UInt8>) -> Result
  ) -> Result {
    withBytes(of: range) { printed in
      guard MangledName.isMangled(printed), let readable = MangledName.readable(printed) else {
        return body(printed)
      }
      return body(readable.span)
    }
  }

  /// The bytes of a function's name, readable where it is printed mangled.
  func functionName(of range: TextRange) -> [UInt8] {
    withBytes(of: range, MangledName.readable) ?? bytes(of: range)
  }
}

extension Frame {
  /// The function as people write it: as printed, but the names of Rust and C++ without their mangling.
  ///
  /// `<rust_binder::process::Process>::update_ref`, as syzkaller's titles have it since 2025. `text` is what the frame's
  /// ranges lie in.
  public func readableFunction(in text: SourceText) -> String {
    guard let readable = text.withBytes(of: function, MangledName.readable) else {
      return text.string(function)
    }
    return String(decoding: readable, as: UTF8.self)
  }

  /// The function as printed where ``readableFunction(in:)`` differs from it.
  public func mangledFunction(in text: SourceText) -> String? {
    text.withBytes(of: function, MangledName.readable) == nil ? nil : text.string(function)
  }

  /// The readable function without the suffixes that compilers add.
  public func plainFunction(in text: SourceText) -> String {
    FunctionName.clean(readableFunction(in: text))
  }

  /// How many bytes ``readableFunction(in:)`` has.
  package func readableLength(in text: SourceText) -> Int {
    text.withBytes(of: function, MangledName.readable)?.count ?? Int(function.count)
  }
}
