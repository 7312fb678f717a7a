/// The path of a file inside a kernel's tree: relative, without `.` and `..`, safe after a colon.
package struct KernelPath: Hashable, Sendable {
  /// The path, such as `fs/aio.c`.
  package let text: String

  /// The path of a file as a report or a commit prints it; nil if it leaves the tree, is absolute,
  /// or cannot be one.
  ///
  /// `drivers/gpu/drm/amd/amdgpu/../display/dc/dc.c`, as compilers print it, becomes what it means.
  package init?(_ printed: String) {
    guard !printed.hasPrefix("/") else { return nil }
    self.init(parts: printed.split(separator: "/", omittingEmptySubsequences: true))
  }

  /// Where a printed path may lie in the tree, the likeliest first.
  ///
  /// Kernels that are built elsewhere print absolute paths, of which the end is inside the tree:
  /// `/build/kernel/fs/aio.c` gives every path from `build/kernel/fs/aio.c` to `aio.c`.
  package static func candidates(for printed: String) -> [KernelPath] {
    guard printed.hasPrefix("/") else { return KernelPath(printed).map { [$0] } ?? [] }
    let parts = printed.split(separator: "/", omittingEmptySubsequences: true)
    return parts.indices.prefix(24).compactMap { KernelPath(parts: parts[$0...]) }
  }

  private init?(parts: some Collection<Substring>) {
    var kept: [Substring] = []
    for part in parts where part != "." {
      if part != ".." {
        kept.append(part)
      } else if kept.popLast() == nil {
        return nil
      }
    }
    let text = kept.joined(separator: "/")
    guard !text.isEmpty, !text.hasPrefix("-"), text.utf8.count <= 4096,
      text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
    else { return nil }
    self.text = text
  }

  /// The last part of the path.
  package var name: String { text.split(separator: "/").last.map(String.init) ?? text }
}
