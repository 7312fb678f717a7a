import Reviews
import Screen
import Workbench

extension ConfigurationFile {
  /// A workbench without logs yet, as the file sets it; problems of the file are shown in the last
  /// row.
  func model(
    subject: String, reviewer: Reviewer, size: ScreenSize, capabilities: TerminalCapabilities,
    kernel: String?
  ) -> Model {
    let options = configuration.options
    var model = Model(
      size: size, subject: subject, reviewer: reviewer,
      theme: configuration.theme(for: capabilities.colors),
      glyphs: configuration.glyphs(unicode: capabilities.unicode),
      kernelDirectory: kernel ?? options.kernel.map(Self.expanded))
    model.settings.keymap = configuration.keymap
    model.settings.isMouseOn = options.mouse
    model.stack.isUnfolded = options.showsGenericFrames
    model.desk.wrapped = options.wrapped
    model.fetching.isAllowed = options.mayFetch
    model.fetching.alwaysHosts = options.fetchHosts
    model.list.arrange(sort: options.sort, grouping: .some(options.grouping))
    model.status = remark.map { Status($0, .warning) }
    return model
  }

  /// A path with `~/` replaced by the home directory.
  private static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = environment("HOME") else { return path }
    return home + path.dropFirst(1)
  }
}
